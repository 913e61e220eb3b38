"""The hook: to which requests it attaches the token."""

import asyncio

import pytest
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.portal import Portal
from odc_runtime.auth.sources.static import StaticToken
from odc_runtime.auth.tokens import Credential
from odc_runtime.errors.base import ConfigurationError
from odc_runtime.kernel._http import httpx

from tests.runtime.auth.token_server import TokenServer

PORTAL = "acme.outsystems.dev"


class OnBeforeRequest(BearerAuth):
    """What is generated for a package of two APIs."""

    base_paths = ("/api/identity/v1", "/api/builds/v1")


def echo(request):
    return httpx.Response(200, json={"authorization": request.headers.get("authorization")})


def sent(auth, url, **options):
    with httpx.Client(transport=httpx.MockTransport(echo), auth=auth) as client:
        return client.get(url, **options).json()["authorization"]


def sent_async(auth, url):
    async def main():
        async with httpx.AsyncClient(transport=httpx.MockTransport(echo), auth=auth) as client:
            return (await client.get(url)).json()["authorization"]

    return asyncio.run(main())


COVERED = [
    "https://acme.outsystems.dev/api/identity/v1",
    "https://acme.outsystems.dev/api/identity/v1/",
    "https://acme.outsystems.dev/api/identity/v1?limit=1",
    "https://acme.outsystems.dev/api/identity/v1/users?x=https://evil.example/",
    "https://acme.outsystems.dev:443/api/builds/v1/build-operations",
    "https://ACME.outsystems.dev/api/builds/v1/x",
]
FOREIGN = [
    "http://acme.outsystems.dev/api/identity/v1/users",
    "https://acme.outsystems.dev:8443/api/identity/v1/users",
    "https://evil.example/api/identity/v1/users",
    "https://acme.outsystems.dev.evil.example/api/identity/v1/users",
    "https://evil-acme.outsystems.dev/api/identity/v1/users",
    "https://outsystems.dev/api/identity/v1/users",
    "https://acme.outsystems.dev./api/identity/v1/users",
    "https://acme.outsystems.dev@evil.example/api/identity/v1/users",
    "https://someone@acme.outsystems.dev/api/identity/v1/users",
    "https://someone:word@acme.outsystems.dev/api/identity/v1/users",
    "https://acme.outsystems.dev//evil.example/api/identity/v1/users",
    "https://acme.outsystems.dev/api/identity/v10/users",
    "https://acme.outsystems.dev/api/identity/v1/../../../elsewhere",
    "https://acme.outsystems.dev/elsewhere",
    "https://acme.outsystems.dev/",
]


@pytest.mark.parametrize("url", COVERED)
@pytest.mark.parametrize("send", [sent, sent_async])
def test_requests_to_the_apis_get_the_token(url, send):
    assert send(OnBeforeRequest(PORTAL, StaticToken("abc")), url) == "Bearer abc"


@pytest.mark.parametrize("url", FOREIGN)
@pytest.mark.parametrize("send", [sent, sent_async])
def test_no_other_request_gets_it(url, send):
    """P30: another scheme, host, port or path, a //host path and a URL with user information get no token."""

    def explode():
        raise AssertionError("no credential is needed")

    assert send(OnBeforeRequest(PORTAL, explode), url) is None


def test_base_urls_take_the_place_of_the_portal():
    auth = OnBeforeRequest(PORTAL, StaticToken("abc"), base_urls={"identity": "http://127.0.0.1:4010/users"})
    assert sent(auth, "http://127.0.0.1:4010/users/1") == "Bearer abc"
    assert sent(auth, "http://127.0.0.1:4011/users/1") is None
    assert sent(auth, COVERED[0]) is None
    auth = BearerAuth(None, StaticToken("abc"), base_urls=["https://one.example/a", "https://one.example/b"])
    assert [sent(auth, f"https://one.example/{path}/x") for path in "abc"] == [
        "Bearer abc",
        "Bearer abc",
        None,
    ]


def test_without_base_paths_the_whole_origin_is_covered():
    auth = BearerAuth(PORTAL, StaticToken("abc"))
    assert sent(auth, "https://acme.outsystems.dev") == "Bearer abc"
    assert sent(auth, "https://acme.outsystems.dev?x=1") == "Bearer abc"


def test_an_ipv6_loopback_is_an_origin_like_others():
    auth = BearerAuth("http://[::1]:8080", StaticToken("abc"))
    assert sent(auth, "http://[::1]:8080/x") == "Bearer abc"
    assert sent(auth, "http://[::1]:8081/x") is None


def test_the_portal_comes_from_the_environment(monkeypatch):
    monkeypatch.setenv("ODC_PORTAL_DOMAIN", PORTAL)
    assert sent(OnBeforeRequest(credentials=StaticToken("abc")), COVERED[0]) == "Bearer abc"
    monkeypatch.setenv("ODC_PORTAL_DOMAIN", "")
    with pytest.raises(ConfigurationError, match="ODC_PORTAL_DOMAIN"):
        OnBeforeRequest(credentials=StaticToken("abc"))


@pytest.mark.parametrize("follow", [True, False])
@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_a_redirect_takes_no_token_along(server, other, code, follow):
    """P30: the host to which a request is redirected sees no token; P31: also where that is followed."""
    server.api = lambda handler, asked: handler.answer(code, b"", {"location": other.url + "/stolen"})
    other.api = lambda handler, asked: handler.json({})
    auth = BearerAuth(server.url, StaticToken("abc"))
    with httpx.Client(auth=auth, follow_redirects=follow) as client:
        client.get(server.url + "/x")
    assert server.calls[0].bearer == "abc"
    assert len(other.calls) == (1 if follow else 0)
    assert not [asked for asked in other.calls if "authorization" in asked.headers]


def test_the_hook_is_no_event_hook(server, other):
    """P31: a request event hook would run again after a redirect; this one is an httpx.Auth."""
    assert issubclass(BearerAuth, httpx.Auth)
    asked = []

    class Counting(BearerAuth):
        def sync_auth_flow(self, request):
            asked.append(str(request.url))
            return super().sync_auth_flow(request)

    server.api = lambda handler, asked: handler.answer(302, b"", {"location": other.url + "/stolen"})
    with httpx.Client(auth=Counting(server.url, StaticToken("abc")), follow_redirects=True) as client:
        client.get(server.url + "/x")
    assert asked == [server.url + "/x"]


def test_a_401_of_a_foreign_host_renews_nothing(server, other):
    """P30: who answers 401 after a redirect has not seen the token, and does not make us fetch another."""
    other.reject_all = True
    server.api = lambda handler, asked: handler.answer(302, b"", {"location": other.url + "/x"})
    auth = BearerAuth(server.url, ClientCredentials(*server.client))
    with httpx.Client(auth=auth, follow_redirects=True) as client:
        assert client.get(server.url + "/x").status_code == 401
    assert len(server.tokens) == 1
    assert len(server.calls) == len(other.calls) == 1


def test_a_token_is_taken_back_from_a_request_that_is_sent_elsewhere():
    """P30: a request that a hook turns to another host before its next attempt loses the token it had."""
    auth = BearerAuth(PORTAL, StaticToken("abc"))
    request = httpx.Request("GET", "https://acme.outsystems.dev/x")
    next(auth.sync_auth_flow(request))
    assert request.headers["authorization"] == "Bearer abc"
    request.url = httpx.URL("https://evil.example/x")
    next(auth.sync_auth_flow(request))
    assert "authorization" not in request.headers


def test_a_foreign_request_keeps_its_own_authorization():
    auth = BearerAuth(PORTAL, StaticToken("abc"))
    theirs = sent(auth, "https://storage.example/x", headers={"Authorization": "Signature xyz"})
    assert theirs == "Signature xyz"


def test_the_credential_wins_over_a_header():
    """P48: an Authorization header cannot silently replace the credential; auth=None sends none."""
    auth = BearerAuth(PORTAL, StaticToken("abc"))
    assert sent(auth, COVERED[0], headers={"authorization": "Bearer mine"}) == "Bearer abc"
    with httpx.Client(transport=httpx.MockTransport(echo), auth=auth) as client:
        assert client.get(COVERED[0], auth=None).json() == {"authorization": None}


@pytest.mark.parametrize("portal", ["http://acme.outsystems.dev", "http://10.0.0.1:8080"])
def test_plain_http_is_refused_before_a_token_is_fetched(portal):
    """P32: http:// is an error at construction, unless it is the loopback or explicitly allowed."""
    with pytest.raises(ConfigurationError, match="http://"):
        BearerAuth(portal, StaticToken("abc"))
    with pytest.raises(ConfigurationError, match="http://"):
        BearerAuth(PORTAL, StaticToken("abc"), base_urls=[portal])
    assert sent(BearerAuth(Portal(portal, allow_insecure=True), StaticToken("abc")), portal) == "Bearer abc"


@pytest.mark.parametrize("portal", ["http://127.0.0.1:1", "http://localhost:1", "http://[::1]:1"])
def test_plain_http_to_the_loopback_is_taken(portal):
    """P32: a mock on this machine needs no certificate."""
    assert sent(BearerAuth(portal, StaticToken("abc")), portal) == "Bearer abc"


@pytest.mark.parametrize(
    "portal",
    ["ODC_PORTAL_DOMAIN", "https://ODC_PORTAL_DOMAIN", "{odc-portal-domain}", "https://{odc-portal-domain}"],
)
def test_a_placeholder_is_a_configuration_error(portal):
    """P33: a base URL that still holds its placeholder is refused before any look-up of a name."""
    with pytest.raises(ConfigurationError, match="placeholder"):
        BearerAuth(portal, StaticToken("abc"))
    with pytest.raises(ConfigurationError):
        BearerAuth(PORTAL, StaticToken("abc"), base_urls={"identity": f"{portal}/api"})


@pytest.mark.parametrize(
    "portal", ["acme.outsystems.dev/api", "https://user@acme.outsystems.dev", "ftp://acme"]
)
def test_a_portal_is_a_plain_domain(portal):
    with pytest.raises(ConfigurationError):
        BearerAuth(portal, StaticToken("abc"))


def test_bare_httpx_clients_need_nothing_else(server):
    """The hook gives any httpx client a token, sync and asyncio."""
    auth = BearerAuth(server.url, ClientCredentials(*server.client))
    with httpx.Client(auth=auth) as client:
        assert client.get(server.url + "/x").json() == {"ok": True}
        assert client.post(server.url + "/x", json={"a": 1}).json() == {"ok": True}

    async def main():
        async with httpx.AsyncClient(auth=auth) as client:
            return (await client.get(server.url + "/x")).json()

    assert asyncio.run(main()) == {"ok": True}
    assert [asked.bearer for asked in server.calls] == ["token-1"] * 3


def test_a_new_attempt_runs_the_hook_again(server, clock):
    """P29: the token of each attempt is the one that is valid then, also if it expired during a back-off."""
    tokens = iter(["first", "second"])

    def source():
        return Credential(next(tokens), expires_at=clock.wall() + 100)

    auth = BearerAuth(server.url, source, clock=clock)
    with httpx.Client(auth=auth) as client:
        client.get(server.url)
        client.get(server.url)
        clock.advance(100)
        client.get(server.url)
    assert [asked.bearer for asked in server.calls] == ["first", "first", "second"]


def test_the_credential_sees_the_final_url():
    """P46: whether a request gets the token is decided by the URL that user hooks have left it with."""
    auth = BearerAuth(PORTAL, StaticToken("abc"))
    request = httpx.Request("GET", "https://evil.example/x")
    request.url = httpx.URL("https://acme.outsystems.dev/x")
    assert next(auth.sync_auth_flow(request)).headers["authorization"] == "Bearer abc"


def test_two_servers_are_two_worlds():
    with TokenServer(prefix="one") as one, TokenServer(prefix="two") as two:
        for server in (one, two):
            with httpx.Client(auth=BearerAuth(server.url, ClientCredentials(*server.client))) as client:
                client.get(server.url)
        assert (one.calls[0].bearer, two.calls[0].bearer) == ("one-1", "two-1")
