"""Where the token endpoint is found, and to whom a secret may be sent."""

import pytest
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.no_token import DiscoveryError
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.oauth.discovery import Provider, approve
from odc_runtime.auth.portal import Portal
from odc_runtime.errors.base import ConfigurationError

from tests.runtime.auth.token_server import DISCOVERY, body, html, redirect, status

PORTAL = "https://acme.outsystems.dev"
ISSUER = PORTAL + "/identity"
REALM = PORTAL + "/auth/realms/0815"
NO_HOSTS = frozenset()


def credentials(server, **options):
    return ClientCredentials(*server.client, portal=server.url, **options)


def test_discovery_is_fetched_once_per_process(server, clock):
    """P1: N refreshes, also by several clients, make one discovery request, at the documented path."""
    first = BearerAuth(server.url, credentials(server, clock=clock), clock=clock)
    second = BearerAuth(server.url, credentials(server, scope="other", clock=clock), clock=clock)
    for _ in range(3):
        for auth in (first, second):
            auth._manager.get(5)
        clock.advance(43200)
    assert [asked.path for asked in server.discoveries] == [DISCOVERY]
    assert len(server.tokens) == 6


@pytest.mark.parametrize(
    ("issuer", "token_endpoint", "hosts"),
    [
        (ISSUER, PORTAL + "/identity/connect/token", NO_HOSTS),
        (ISSUER + "/", PORTAL + "/token", NO_HOSTS),
        (REALM, REALM + "/protocol/openid-connect/token", NO_HOSTS),
        (ISSUER, "https://auth.example/token", frozenset({"auth.example"})),
        (ISSUER, "https://AUTH.example/token", frozenset({"auth.example:443"})),
        (ISSUER, "https://auth.example:8443/token", frozenset({"auth.example:8443"})),
        ("https://auth.example/realms/x", "https://auth.example/realms/x/token", frozenset({"auth.example"})),
    ],
)
def test_a_provider_of_the_portal_is_approved(issuer, token_endpoint, hosts):
    """P2: on the portal's host, or on a host that is allowed by name."""
    approve(Provider(issuer, token_endpoint), PORTAL, hosts, allow_insecure=False)


@pytest.mark.parametrize(
    ("issuer", "token_endpoint", "hosts"),
    [
        (ISSUER, "https://evil.example/token", NO_HOSTS),
        (ISSUER, "http://acme.outsystems.dev/token", NO_HOSTS),
        (ISSUER, "https://acme.outsystems.dev.evil.example/token", NO_HOSTS),
        (ISSUER, "https://acme.outsystems.dev@evil.example/token", NO_HOSTS),
        (ISSUER, "https://user@acme.outsystems.dev/token", NO_HOSTS),
        (ISSUER, "https://sub.auth.example/token", frozenset({"auth.example"})),
        (ISSUER, "https://auth.example:8443/token", frozenset({"auth.example:443"})),
        (ISSUER, "http://auth.example/token", frozenset({"auth.example"})),
        (ISSUER, "file:///etc/passwd", NO_HOSTS),
        (ISSUER, "/token", NO_HOSTS),
        (ISSUER, "", NO_HOSTS),
        ("https://evil.example/identity", PORTAL + "/token", NO_HOSTS),
        ("http://acme.outsystems.dev/identity", PORTAL + "/token", NO_HOSTS),
        (PORTAL + "/other", PORTAL + "/token", NO_HOSTS),
        (PORTAL + "/auth/realms/08", REALM + "/token", NO_HOSTS),
        ("https://auth.example/realms/x", PORTAL + "/token", frozenset({"auth.example"})),
    ],
)
def test_any_other_provider_is_refused(issuer, token_endpoint, hosts):
    """P2: a foreign or unencrypted token endpoint and a wrong issuer are errors."""
    with pytest.raises(DiscoveryError) as caught:
        approve(Provider(issuer, token_endpoint), PORTAL, hosts, allow_insecure=False)
    assert caught.value.endpoint == PORTAL + DISCOVERY


def test_the_error_tells_how_to_allow_a_host():
    with pytest.raises(DiscoveryError, match=r"allowed_token_hosts=\('auth.example',\)"):
        approve(Provider(ISSUER, "https://auth.example/token"), PORTAL, NO_HOSTS, allow_insecure=False)


def test_no_secret_leaves_for_a_foreign_endpoint(server, other):
    """P2: the error comes before any secret is sent; the same host under another name is foreign."""
    server.token_endpoint = other.token_url.replace("127.0.0.1", "localhost")
    with pytest.raises(DiscoveryError, match="not on the portal's host"):
        credentials(server)()
    assert (server.tokens, other.tokens) == ([], [])


def test_a_wrong_issuer_is_an_error_before_any_secret_leaves(server, other):
    """P2: issuer must match."""
    server.issuer = other.url.replace("127.0.0.1", "localhost") + "/identity"
    with pytest.raises(DiscoveryError, match="issuer"):
        credentials(server)()
    assert server.tokens == []


def test_a_corrected_configuration_is_seen(server, clock):
    """P2: a refused configuration is not kept; the next look finds the right one."""
    server.issuer = server.url + "/wrong"
    source = credentials(server, clock=clock)
    with pytest.raises(DiscoveryError):
        source()
    server.issuer = None
    clock.advance(61)
    assert source().token.reveal() == "token-1"


def test_an_allowed_host_gets_the_secret(server, other):
    """P2: the allow-list is explicit, by name or by name and port."""
    server.token_endpoint = other.token_url.replace("127.0.0.1", "localhost")
    source = credentials(server, allowed_token_hosts=["localhost"])
    assert source().token.reveal() == "other-1"
    assert len(other.tokens) == 1


def test_an_explicit_token_endpoint_needs_no_discovery(server):
    source = ClientCredentials(*server.client, token_endpoint=server.token_url)
    assert source().token.reveal() == "token-1"
    assert server.discoveries == []
    with pytest.raises(ConfigurationError, match="http://"):
        ClientCredentials(*server.client, token_endpoint="http://acme.outsystems.dev/token")()


def test_http_beyond_the_loopback_is_refused(server):
    """P2: discovery is https, unless the client allows http explicitly."""
    source = ClientCredentials(*server.client, portal="http://acme.outsystems.dev")
    with pytest.raises(ConfigurationError, match="http://"):
        source()
    with pytest.raises(DiscoveryError):
        approve(
            Provider("http://a.example/identity", "http://a.example/token"),
            "http://a.example",
            NO_HOSTS,
            False,
        )
    approve(
        Provider("http://a.example/identity", "http://a.example/token"), "http://a.example", NO_HOSTS, True
    )
    assert source.bind(Portal(allow_insecure=True)).allow_insecure


def test_a_source_without_a_portal_says_so(server):
    with pytest.raises(ConfigurationError, match="ODC_PORTAL_DOMAIN"):
        ClientCredentials(*server.client)()


def test_the_portal_of_the_client_or_the_environment_is_used(server, monkeypatch):
    source = ClientCredentials(*server.client)
    assert source.bind(Portal(server.url))().token.reveal() == "token-1"
    monkeypatch.setenv("ODC_PORTAL_DOMAIN", server.url)
    assert source().token.reveal() == "token-2"


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (html(), "no JSON object"),
        (body(b""), "no JSON object"),
        (body([]), "no JSON object"),
        (body({"issuer": "x"}), "token_endpoint"),
        (body({"issuer": 1, "token_endpoint": 2}), "token_endpoint"),
        (body(b"[" * 100_000), "no JSON object"),
        (status(404), "404"),
        (redirect("https://evil.example/"), "redirect"),
    ],
)
def test_an_unusable_configuration_is_one_error(server, fault, words):
    """P2: whatever stands at the address ends in one typed error; P3: a redirect is not followed."""
    server.discovery_faults.append(fault)
    with pytest.raises(DiscoveryError, match=words) as caught:
        credentials(server)()
    assert caught.value.endpoint == server.url + DISCOVERY
    assert caught.value.temporary is (words != "redirect")  # P57: only where it leads on is for good
    assert server.tokens == []


def test_a_hiccup_of_discovery_is_retried(server, clock):
    """P25: discovery is asked up to three times, as the token endpoint is."""
    server.discovery_faults.extend([status(503), status(429, retry_after="3")])
    assert credentials(server, clock=clock)().token.reveal() == "token-1"
    assert len(server.discoveries) == 3
    assert 3 <= clock.slept[1] <= 3.3


def test_a_discovery_that_is_down_is_a_temporary_error(server, clock):
    """P26: it is down for now: an old token stays in use."""
    server.discovery_faults.extend([status(503)] * 3)
    with pytest.raises(DiscoveryError, match="answered 503 after 3 attempts") as caught:
        credentials(server, clock=clock)()
    assert caught.value.temporary


def test_a_refused_configuration_makes_no_storm(server):
    """P24: for 60 s the same look-up fails at once."""
    server.issuer = server.url + "/wrong"
    for _ in range(5):
        with pytest.raises(DiscoveryError):
            credentials(server)()
    assert len(server.discoveries) == 1


@pytest.mark.parametrize("fault", [html(), html(404), status(404), status(403), body([])])
def test_one_strange_answer_blocks_no_credential(server, fault):
    """P57: what somebody in between answers once holds nobody up; the next call asks again."""
    server.discovery_faults.append(fault)
    with pytest.raises(DiscoveryError) as caught:
        credentials(server)()
    assert caught.value.temporary
    assert credentials(server)().token.reveal() == "token-1"
