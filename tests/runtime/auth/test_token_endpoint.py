"""The token request and what may be answered to it."""

import base64
import json
import time
from base64 import b64encode
from urllib.parse import quote, quote_plus

import pytest
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.no_token import (
    IncompleteCredentials,
    InvalidClient,
    InvalidScope,
    TokenEndpointUnavailable,
    TokenError,
    TokenTimeout,
    UnauthorizedClient,
)
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.oauth.retry import pause
from odc_runtime.errors.base import ConfigurationError
from odc_runtime.kernel._http import httpx

from tests.runtime.auth.token_server import (
    body,
    drip,
    drip_headers,
    drop,
    hang,
    html,
    oauth_error,
    redirect,
    status,
)

STRANGE = "+ & = % : é"


def credentials(server, client=None, **options):
    return ClientCredentials(*(client or server.client), portal=server.url, **options)


def jwt(**claims):
    parts = (json.dumps(part).encode() for part in ({"alg": "none"}, claims))
    return ".".join([*(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts), "signature"])


def test_the_request_is_a_client_credentials_grant(server):
    credentials(server, scope="a b")()
    asked = server.tokens[0]
    assert asked.method == "POST"
    assert asked.headers["content-type"] == "application/x-www-form-urlencoded"
    assert asked.form == {
        "grant_type": "client_credentials", "scope": "a b", "client_id": "client",
        "client_secret": "s3cret-of-the-client",
    }  # fmt: skip
    assert "authorization" not in asked.headers


@pytest.mark.parametrize("method", ["client_secret_post", "client_secret_basic"])
@pytest.mark.parametrize("client", [(STRANGE, STRANGE), ("id", "a:b"), ("i:d", "é" * 40), ("id", "~-._")])
def test_special_characters_survive(server, method, client):
    """P4: id and secret with + & = % : é arrive as they are, in the form and in the Basic header."""
    server.clients = dict([client])
    assert credentials(server, client, auth_method=method)().token.reveal() == "token-1"
    asked = server.tokens[0]
    assert ("authorization" in asked.headers) == (method == "client_secret_basic")
    assert ("client_secret" in asked.form) == (method == "client_secret_post")


@pytest.mark.parametrize(
    ("methods", "basic"),
    [(None, False), (["client_secret_basic"], True), (["client_secret_basic", "client_secret_post"], False)],
)
def test_the_form_is_used_unless_the_provider_only_takes_basic(server, methods, basic):
    server.methods = methods
    credentials(server)()
    assert ("authorization" in server.tokens[0].headers) == basic


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
@pytest.mark.parametrize("method", ["client_secret_post", "client_secret_basic"])
def test_a_redirect_is_an_error(server, other, code, method):
    """P3: the token request is never sent on; the secret stands in no URL."""
    server.fail(redirect(other.token_url, code))
    with pytest.raises(TokenError, match="redirects"):
        credentials(server, auth_method=method)()
    assert other.tokens == other.calls == []
    assert not [asked for asked in server.tokens + server.discoveries if server.client[1] in asked.path]


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (html(), "HTML"),
        (body(b""), "empty body"),
        (body(b"{"), "instead of a JSON object"),
        (body(b"\xff\xfe"), "instead of a JSON object"),
        (body(b"[" * 200_000), "instead of a JSON object"),
        (body([]), "something else instead of a JSON object"),
        (body("text"), "something else instead of a JSON object"),
        (body(None), "something else instead of a JSON object"),
        (body({}), "no access_token"),
        (body({"access_token": None}), "no access_token"),
        (body({"access_token": ""}), "no access_token"),
        (body({"access_token": 7}), "no access_token"),
        (body({"access_token": "a b"}), "blank"),
        (body({"access_token": "a\r\nX-Evil: 1"}), "no header can carry"),
        (body({"access_token": "é"}), "no header can carry"),
        (body({"access_token": "t", "token_type": "mac"}), "token_type"),
        (body({"access_token": "t", "token_type": None}), "token_type"),
        (body({"access_token": "t", "expires_in": 0}), "expired already"),
        (body({"access_token": "t", "expires_in": -5}), "expired already"),
        (body({"access_token": "t", "expires_in": "0"}), "expired already"),
        (body({"access_token": "t", "expires_in": "soon"}), "expires_in"),
        (body({"access_token": "t", "expires_in": True}), "expires_in"),
        (body({"access_token": "t", "expires_in": [1]}), "expires_in"),
        (body(b'{"access_token": "t", "expires_in": NaN}'), "expires_in"),
        (body(b'{"access_token": "t", "expires_in": 1e999}'), "expires_in"),
        (body({"access_token": jwt(exp=1)}), "expired already"),
    ],
)
def test_an_unusable_success_is_one_typed_error(server, fault, words):
    """P5: a 200 that is no token names the endpoint; P6: a life of zero or less is an error, not a loop."""
    server.fail(fault)
    with pytest.raises(TokenError, match=words) as caught:
        credentials(server)()
    assert server.token_url in str(caught.value)
    assert (caught.value.endpoint, caught.value.client_id, caught.value.status) == (
        server.token_url,
        "client",
        200,
    )
    assert len(server.tokens) == 1


@pytest.mark.parametrize("kind", ["Bearer", "bearer", "BEARER"])
def test_token_type_is_taken_in_any_case(server, kind):
    """P5: Bearer in any case."""
    server.extra = {"token_type": kind}
    assert credentials(server)().token.reveal() == "token-1"


@pytest.mark.parametrize(
    ("extra", "lifetime"),
    [
        ({"expires_in": 43200}, 43200),
        ({"expires_in": "3600"}, 3600),
        ({"expires_in": 99.5}, 99.5),
        ({"expires_in": "99.5"}, 99.5),
        ({"expires_in": None}, 3600),
        ({"expires_in": None, "access_token": "a.b.c"}, 3600),
        ({"expires_in": None, "access_token": jwt(sub="x")}, 3600),
        ({"expires_in": None, "access_token": jwt(exp="x")}, 3600),
        ({"expires_in": None, "access_token": jwt(exp=1_800_000_500)}, 500),
        ({"expires_in": 100, "access_token": jwt(exp=1_800_000_500)}, 100),
    ],
)
def test_the_lifetime_is_read_tolerantly(server, clock, extra, lifetime):
    """P6: a number or a numeric string; if absent the exp of a JWT, else an hour."""
    server.extra = extra
    credential = credentials(server, clock=clock)()
    assert credential.expires_at == clock.wall() + lifetime


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("invalid_client", InvalidClient),
        ("unauthorized_client", UnauthorizedClient),
        ("invalid_scope", InvalidScope),
        ("invalid_request", TokenError),
        ("unsupported_grant_type", TokenError),
    ],
)
@pytest.mark.parametrize("http_status", [400, 401])
def test_an_oauth_error_is_typed_and_not_retried(server, code, kind, http_status):
    """P23: the error carries code, description, endpoint and client_id, and never the secret."""
    secret = server.client[1]
    server.fail(oauth_error(code, f"no good: {secret}\r\nreally", http_status))
    with pytest.raises(TokenError) as caught:
        credentials(server)()
    error = caught.value
    assert type(error) is kind
    assert (error.code, error.status, error.temporary) == (code, http_status, False)
    assert error.description == "no good: *** really"
    assert (error.endpoint, error.client_id) == (server.token_url, "client")
    assert code in str(error)
    assert "\n" not in str(error)
    assert secret not in str(error) + repr(error) + repr(vars(error))
    assert len(server.tokens) == 1


@pytest.mark.parametrize("fault", [status(401), status(403, b"<html>"), status(404), body([], 400)])
def test_a_refusal_without_an_oauth_error_is_a_token_error(server, fault):
    server.fail(fault)
    with pytest.raises(TokenError, match="status 4") as caught:
        credentials(server)()
    assert caught.value.code is None
    assert not caught.value.temporary


def test_a_moved_endpoint_is_looked_up_again(server, clock):
    """P1: only where the endpoint is gone is discovery asked a second time."""
    source = credentials(server, clock=clock)
    source()
    server.fail(status(404))
    with pytest.raises(TokenError):
        source()
    clock.advance(60)
    source()
    assert len(server.discoveries) == 2


@pytest.mark.parametrize("shared", [True, False])
def test_ten_calls_after_a_refusal_make_one_request(server, clock, shared):
    """P24: identical requests fail fast for 60 s, by one client and by several, sync and forced by a 401."""
    server.clients = {}
    one = credentials(server, clock=clock)
    for _ in range(10):
        source = one if shared else credentials(server, clock=clock)
        auth = BearerAuth(server.url, source, clock=clock)
        with pytest.raises(InvalidClient):
            auth._manager.get(5)
    assert len(server.tokens) == 1
    clock.advance(59)
    with pytest.raises(InvalidClient, match="known"):
        one()
    assert len(server.tokens) == 1
    clock.advance(2)
    with pytest.raises(InvalidClient):
        one()
    assert len(server.tokens) == 2


def test_a_changed_secret_clears_the_memory_of_a_failure(server, clock):
    """P24: another secret is another request."""
    with pytest.raises(InvalidClient):
        credentials(server, ("client", "old"), clock=clock)()
    assert credentials(server, clock=clock)().token.reveal() == "token-1"


def test_a_rotated_secret_in_a_file_is_used_at_once(server, clock, tmp_path):
    """P24: a file whose secret was wrong is read again, so that the right one works without a wait."""
    from odc_runtime.auth.sources.file import TokenFile

    path = tmp_path / "credentials"
    path.write_text(json.dumps({"client_id": "client", "client_secret": "old"}))
    auth = BearerAuth(server.url, TokenFile(path), clock=clock)
    with pytest.raises(InvalidClient):
        auth._manager.get(5)
    path.write_text(json.dumps({"client_id": "client", "client_secret": server.client[1]}))
    assert auth._manager.get(5).token.access_token.reveal() == "token-1"


def test_hiccups_are_retried_twice(server, clock):
    """P25: 429 and 5xx: up to three tries with growing pauses."""
    server.fail(status(503), status(500))
    assert credentials(server, clock=clock)().token.reveal() == "token-1"
    first, second = clock.slept
    assert 0.25 <= first <= 0.5 <= second <= 1.0


@pytest.mark.parametrize("code", [408, 429, 500, 502, 503, 504, 520])
def test_the_third_hiccup_is_the_end(server, clock, code):
    """P25: three tries, not four; the error tells the last status."""
    server.fail(*[status(code)] * 4)
    with pytest.raises(TokenEndpointUnavailable, match=f"answered {code} after 3 attempts") as caught:
        credentials(server, clock=clock)()
    assert (caught.value.status, caught.value.temporary) == (code, True)
    assert len(server.tokens) == 3


def test_retry_after_is_honoured_in_both_forms(server, clock):
    """P25: Retry-After in seconds, and as an HTTP date."""
    from email.utils import formatdate

    server.fail(
        status(429, retry_after="4"), status(503, retry_after=formatdate(clock.wall() + 14, usegmt=True))
    )
    assert credentials(server, clock=clock)().token.reveal() == "token-1"
    assert 4 <= clock.slept[0] <= 4.4
    assert 8 <= clock.slept[1] <= 11
    assert len(server.tokens) == 3


@pytest.mark.parametrize("retry_after", ["3600", "Wed, 01 Jan 2200 00:00:00 GMT"])
def test_a_wait_beyond_the_budget_is_not_begun(server, clock, retry_after):
    """P25: a Retry-After that exceeds the budget ends the tries, and is told and kept, capped."""
    server.fail(*[status(429, retry_after=retry_after)] * 3)
    source = credentials(server, clock=clock)
    with pytest.raises(TokenEndpointUnavailable) as caught:
        source()
    assert caught.value.retry_after >= 3600
    assert clock.slept == []
    for _ in range(3):
        with pytest.raises(TokenEndpointUnavailable, match="known"):
            source()
    assert len(server.tokens) == 1
    clock.advance(301)
    with pytest.raises(TokenEndpointUnavailable):
        source()
    assert len(server.tokens) == 2


def test_unreadable_retry_after_is_ignored(server, clock):
    server.fail(status(429, retry_after="whenever"))
    assert credentials(server, clock=clock)().token.reveal() == "token-1"
    assert clock.slept[0] <= 0.5


def test_the_pauses_are_a_pure_decision():
    """P25: exponential with jitter, within the budget, three attempts."""
    assert [pause(n, None, 99, 1.0) for n in (1, 2, 3)] == [0.5, 1.0, None]
    assert [pause(n, None, 99, 0.0) for n in (1, 2)] == [0.25, 0.5]
    assert pause(1, 10.0, 99, 0.0) == 10.0
    assert pause(1, 10.0, 99, 1.0) == 11.0
    assert pause(1, 0.0, 99, 0.0) == 0.25
    assert pause(1, 10.0, 10.0, 0.0) is None
    assert pause(1, None, 0.1, 0.0) is None


def test_a_dropped_connection_is_retried(server, clock):
    """P26: connection errors are retried as 5xx are."""
    server.fail(drop, drop)
    assert credentials(server, clock=clock)().token.reveal() == "token-1"
    assert len(clock.slept) == 2


def test_the_first_cause_is_chained(server, clock):
    """P26: without a valid token the error carries its first cause, even if the last try ended otherwise."""
    server.fail(drop, status(503), status(503))
    with pytest.raises(TokenEndpointUnavailable, match="answered 503 after 3 attempts") as caught:
        credentials(server, clock=clock)()
    assert isinstance(caught.value.__cause__, httpx.RemoteProtocolError)
    auth = BearerAuth(server.url, credentials(server, clock=clock), clock=clock)
    server.fail(drop, drop, drop)
    with pytest.raises(TokenEndpointUnavailable, match="gave no answer") as caught:
        auth._manager.get(5)
    assert isinstance(caught.value.__cause__, httpx.RemoteProtocolError)


def test_an_endpoint_that_refuses_connections(server, clock):
    """P26: nothing listens."""
    source = credentials(server, clock=clock)
    source()
    server.__exit__()
    with pytest.raises(TokenEndpointUnavailable) as caught:
        source()
    assert isinstance(caught.value.__cause__, httpx.ConnectError)
    assert len(clock.slept) == 2


@pytest.mark.parametrize("fault", [hang, drip])
def test_a_hanging_endpoint_is_given_up(server, fault):
    """P7: an endpoint that never answers, or never ends, cannot hang a call beyond its budget."""
    server.fail(*[fault] * 3)
    started = time.monotonic()
    with pytest.raises(TokenEndpointUnavailable) as caught:
        credentials(server, timeout=0.4)()
    assert time.monotonic() - started < 5
    assert isinstance(caught.value.__cause__, httpx.ReadTimeout)


@pytest.mark.parametrize("fault", [hang, drip_headers])
def test_no_call_waits_longer_than_it_is_willing_to(server, fault):
    """P7: also where each byte comes just in time; the next call tries anew."""
    server.fail(*[fault] * 3)
    auth = BearerAuth(server.url, credentials(server), token_timeout=0.3)
    started = time.monotonic()
    with pytest.raises(TokenTimeout, match=r"0\.3 s"):
        auth._manager.get(auth.token_timeout)
    assert time.monotonic() - started < 5
    assert isinstance(TokenTimeout("x"), TimeoutError)


def test_each_phase_of_the_request_has_a_timeout():
    """P7: connect and total timeouts are set on every request, whatever httpx's defaults are."""
    seen = []

    def answer(request):
        seen.append(request.extensions["timeout"])
        facts = {"issuer": "http://127.0.0.1:1/identity", "token_endpoint": "http://127.0.0.1:1/token"}
        return httpx.Response(200, json=facts | {"access_token": "t"})

    ClientCredentials("a", "b", portal="http://127.0.0.1:1", transport=httpx.MockTransport(answer))()
    assert len(seen) == 2
    for timeout in seen:
        assert timeout["connect"] == 5.0
        assert all(0 < seconds <= 10 for seconds in timeout.values())


def test_an_endless_answer_is_cut_off(server, clock):
    server.fail(*[body(b" " * 3_000_000)] * 3)
    with pytest.raises(TokenEndpointUnavailable) as caught:
        credentials(server, clock=clock)()
    assert "1 MiB" in str(caught.value.__cause__)


@pytest.mark.parametrize(("client", "half"), [(("", "x"), "id"), (("x", ""), "secret")])
def test_half_of_a_pair_is_an_error(client, half):
    """P37: a client id without a secret names the missing half."""
    with pytest.raises(IncompleteCredentials, match=half):
        ClientCredentials(*client)


def test_misuse_fails_at_construction():
    with pytest.raises(ConfigurationError, match="line break"):
        ClientCredentials("id", "secret\n")
    with pytest.raises(TypeError, match="collection"):
        ClientCredentials("id", "secret", allowed_token_hosts="auth.example")


@pytest.mark.parametrize("method", ["client_secret_post", "client_secret_basic"])
def test_an_endpoint_that_echoes_what_it_got_shows_no_form_of_the_secret(server, method):
    """P53: neither the Basic header nor what is in it, whatever the form."""
    name, secret = "id+1", "p+ss/w rd=%"
    server.clients[name] = secret
    quoted = quote_plus(name) + ":" + quote_plus(secret)
    forms = [b64encode(pair.encode()).decode() for pair in (quoted, f"{name}:{secret}")]
    forms += [forms[0].rstrip("="), quoted, secret, quote_plus(secret), quote(secret, safe="")]
    forms.append(quote_plus(forms[0]))
    server.fail(oauth_error("invalid_client", "got: " + " | ".join(forms)))
    source = ClientCredentials(name, secret, portal=server.url, auth_method=method)
    with pytest.raises(TokenError) as caught:
        source()
    shown = f"{caught.value} {vars(caught.value)} {caught.value.report()}"
    assert [form for form in (*forms[:3], *forms[4:]) if form in shown] == []


def test_basic_is_tried_at_once_after_a_refused_form(server):
    """P24: the memory of a refusal is that of the very request."""
    server.fail(oauth_error("invalid_client"))
    with pytest.raises(TokenError):
        ClientCredentials(*server.client, portal=server.url)()
    assert ClientCredentials(*server.client, portal=server.url, auth_method="client_secret_basic")().token
    with pytest.raises(TokenError, match="known"):
        ClientCredentials(*server.client, portal=server.url)()
