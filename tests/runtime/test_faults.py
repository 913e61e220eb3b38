"""Every fault of input, environment or network is an `OdcError` that names the culprit."""

import errno
import gc
import re
import socket
import threading
import traceback

import anyio
import pytest
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.sources.chain import Chain
from odc_runtime.auth.sources.command import Command
from odc_runtime.auth.sources.file import TokenFile
from odc_runtime.auth.sources.static import StaticToken
from odc_runtime.errors.base import (
    ConfigurationError,
    ConnectionFailed,
    DecodeError,
    FileError,
    InvalidArgument,
    OdcError,
    RequestTimeout,
    TransportError,
)
from odc_runtime.errors.causes import in_words
from odc_runtime.kernel._http import httpx
from odc_runtime.policy.rates import RateBudget
from odc_runtime.policy.retry import Retry
from odc_runtime.site import trust

from tests.runtime.loopback import answer
from tests.runtime.sample import KEY, THING, AsyncLabClient, LabClient, Thing

PORTAL = "acme.outsystems.dev"
SETTINGS = (
    "portal", "credentials", "base_urls", "timeout", "http_client", "proxy", "verify", "hooks",
    "allow_insecure", "retry", "rate_limit", "token_store", "tracing", "max_answer_bytes",
    "trust_environment",
)  # fmt: skip
WRONG = (
    5, -1, 0, 1e300, 10**400, float("nan"), float("inf"), b"x", "", "x", "\udc80", "a\0b", [], {}, (1, 2),
    object(), True, False, int, "http://[::1", "https://xn--", "https://" + "a" * 300,
)  # fmt: skip


def own(kind):
    transport = httpx.MockTransport(lambda request: httpx.Response(200, json=THING))
    return (httpx.AsyncClient if kind is AsyncLabClient else httpx.Client)(transport=transport)


def get(client):
    if isinstance(client, LabClient):
        return client.things.get()
    return anyio.run(client.things.get)


@pytest.fixture
def fresh_default():
    trust._default.cache_clear()
    yield
    trust._default.cache_clear()


@pytest.mark.parametrize("kind", [LabClient, AsyncLabClient])
@pytest.mark.parametrize("setting", SETTINGS)
def test_a_setting_of_any_value_works_or_is_refused_by_an_error_of_the_client(kind, setting):
    """P67: whatever is given, no error of Python or of the HTTP library reaches the caller."""
    refused = 0
    for value in WRONG:
        given = {} if setting in ("http_client", "verify", "proxy") else {"http_client": own(kind)}
        try:
            client = kind(**{"portal": PORTAL, "credentials": StaticToken("t"), **given, setting: value})
            if given:
                get(client)
        except OdcError as error:
            refused += bool(str(error))
    assert refused or setting in ("hooks", "allow_insecure", "trust_environment")


@pytest.mark.parametrize("option", ["timeout", "budget", "headers", "retry"])
@pytest.mark.parametrize(
    "value",
    [*WRONG, {5: "x"}, {"a": object()}, {"a": "\n"}, {"\u1234": "x"}],
    ids=lambda value: type(value).__name__,
)
def test_an_option_of_any_value_works_or_is_refused_before_traffic(loopback, option, value):
    """P67: the same for what a single call is given."""
    loopback.handle = lambda asked: answer(200, THING)
    client = LabClient(loopback.url)
    try:
        client.things.get(**{option: value})
    except OdcError:
        assert loopback.asked == []


@pytest.mark.parametrize("name", ["Content-Length", "content-length", "Transfer-Encoding"])
def test_a_header_that_frames_the_message_is_refused(lab, name):
    """P67: an error of the protocol's library, or a smuggled request, otherwise."""
    with pytest.raises(InvalidArgument, match=f"{name} is written by the client"):
        lab.things(lambda t: t.get(headers={name: "5"}))
    assert lab.server.asked == []


SOURCES = {
    "ClientCredentials(5, 'x')": lambda v: ClientCredentials(v, "x"),
    "ClientCredentials('x', 5)": lambda v: ClientCredentials("x", v),
    "StaticToken": StaticToken,
    "TokenFile": TokenFile,
    "Command": Command,
    "Chain": Chain,
}


@pytest.mark.parametrize("value", [5, b"x", object(), [5], None], ids=lambda value: type(value).__name__)
@pytest.mark.parametrize("source", SOURCES)
def test_a_credential_of_a_wrong_type_is_refused_when_it_is_made(source, value):
    """P67: not at the first call, and not by whatever Python says of it."""
    with pytest.raises(ConfigurationError):
        SOURCES[source](value)


def test_limits_of_a_wrong_type_are_refused():
    for make in (Retry, lambda v: Retry(budget=v), RateBudget, lambda v: RateBudget(share=v)):
        with pytest.raises(ConfigurationError, match="must be a number, not a str"):
            make("3")


@pytest.mark.parametrize("path", [5, b"x", "", "a\0b", None, "/"], ids=repr)
def test_what_cannot_be_the_path_of_a_file_is_refused_before_traffic(loopback, path):
    """P67: for what is sent and for what is written."""
    client = LabClient(loopback.url)
    with pytest.raises(OdcError, match="path"):
        client.download(loopback.url + "/x", path)
    if not isinstance(path, bytes):
        with pytest.raises(OdcError):
            client.upload(loopback.url + "/x", path)
    assert loopback.asked == []


def test_a_file_that_shrinks_or_grows_while_it_is_sent_is_named(lab, tmp_path):
    """P67: the server was told its size."""
    file = tmp_path / "file"
    for size, told in ((70_000, "fewer"), (400_000, "more")):
        file.write_bytes(b"x" * 200_000)

        def change(sent, total, size=size):
            file.write_bytes(b"y" * size)

        with pytest.raises(FileError, match=f"{file} has {told} than 200000 bytes"):
            lab.run(lambda client: client.upload(lab.server.url + "/x", file, on_progress=change))


def test_a_folder_and_a_missing_place_are_named(lab, tmp_path):
    lab.server.handle = lambda asked: answer(200, b"bytes")
    for target in (tmp_path, tmp_path / "absent" / "file"):
        with pytest.raises(FileError, match=f"{target} cannot be written"):
            lab.run(lambda client, target=target: client.download(lab.server.url + "/x", target))
    with pytest.raises(FileError, match=f"{tmp_path} cannot be read"):
        lab.run(lambda client: client.upload(lab.server.url + "/x", tmp_path))


@pytest.mark.parametrize(
    "url", ["xn--", "https://xn--", "https://\u2488.example", "https://a..b", "https://" + "ü" * 70]
)
def test_a_name_that_no_host_can_have_is_refused(url):
    """P67: IDNA's own errors are not what a caller can catch."""
    for make in (LabClient, AsyncLabClient, BearerAuth):
        with pytest.raises(ConfigurationError):
            make(url)


# What the network does.


def failing(lab, error=ConnectionFailed, **settings):
    settings.setdefault("retry", False)
    with pytest.raises(error) as caught:
        lab.things(lambda t: t.get(), **settings)
    return caught.value


def elsewhere(lab, url):
    lab.server = type("Elsewhere", (), {"url": url})()
    return lab


@pytest.fixture
def closed_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        yield one.getsockname()[1]  # bound, so that nobody else takes it, and not listening


def test_a_name_that_cannot_be_looked_up_is_told(lab, monkeypatch):
    """P67: by the blocking client, on asyncio and on trio."""

    def unknown(*args, **kwargs):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    error = failing(elsewhere(lab, "https://nowhere.invalid"), trust_environment=False)
    assert "the name of the host cannot be looked up" in str(error)
    assert not error.sent


def test_a_refused_connection_is_told(lab, closed_port):
    """P67"""
    error = failing(elsewhere(lab, f"http://127.0.0.1:{closed_port}"), trust_environment=False)
    assert "the connection was refused" in str(error)


def test_a_proxy_on_the_way_is_told_without_its_password(lab, closed_port):
    """P67: whether it was given or stands in the environment."""
    proxy = f"http://someone:p4ssw0rd@127.0.0.1:{closed_port}"
    error = failing(lab, proxy=proxy)
    assert "the connection was refused: " in str(error)
    assert f"(through the proxy http://127.0.0.1:{closed_port})" in str(error)
    assert error.proxy == f"http://127.0.0.1:{closed_port}"
    assert "p4ssw0rd" not in str(error) + repr(error) + error.report()


@pytest.mark.usefixtures("fresh_default")
def test_a_proxy_of_the_environment_is_told(lab, closed_port, monkeypatch):
    """P67: nobody gave it to the client, so the error has to say that it is there."""
    monkeypatch.setenv("HTTPS_PROXY", f"http://127.0.0.1:{closed_port}")
    error = failing(elsewhere(lab, "https://acme.outsystems.dev"))
    assert f"(through the proxy http://127.0.0.1:{closed_port})" in str(error)


@pytest.fixture
def silent():
    """A server that accepts and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        kept = []

        def accept():
            while True:
                try:
                    kept.append(listener.accept()[0])
                except OSError:
                    return

        threading.Thread(target=accept, daemon=True).start()
        yield listener.getsockname()[1]
        for one in kept:
            one.close()


def test_a_handshake_that_never_ends_is_told(lab, silent):
    """P67: the connection stands, TLS does not."""
    lab = elsewhere(lab, f"https://127.0.0.1:{silent}")
    error = failing(lab, RequestTimeout, timeout=0.3, trust_environment=False)
    assert "took too long" in str(error)
    assert not error.sent


def test_an_answer_that_never_comes_is_told(lab, silent):
    """P67: the request may well have been carried out."""
    error = failing(elsewhere(lab, f"http://127.0.0.1:{silent}"), RequestTimeout, timeout=0.3)
    assert "the answer did not come in time" in str(error)
    assert error.sent


def test_what_speaks_no_tls_is_told(lab):
    """P67"""
    error = failing(elsewhere(lab, lab.server.url.replace("http://", "https://")), trust_environment=False)
    assert "no TLS connection could be made" in str(error)


def test_an_untrusted_certificate_is_told_and_not_tried_again(lab, tmp_path):
    """P67"""
    pytest.importorskip("cryptography")
    from tests.runtime.tls import tls_server

    with tls_server(tmp_path) as (url, _):
        error = failing(elsewhere(lab, url), retry=True, trust_environment=False)
    assert "its certificate is not trusted: " in str(error)
    assert not error.temporary


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        (httpx.PoolTimeout(""), "no connection of the pool was free in time: PoolTimeout"),
        (httpx.ConnectTimeout(""), "connecting took too long: ConnectTimeout"),
        (httpx.WriteTimeout(""), "the request could not be sent in time: WriteTimeout"),
        (httpx.ProxyError("403 Forbidden"), "the proxy refused: 403 Forbidden"),
        (httpx.ConnectError("[SSL] wrong"), "[SSL] wrong"),
        (httpx.UnsupportedProtocol("no scheme"), "no scheme"),
        (ConnectionResetError("by peer"), "the connection was reset: by peer"),
        (OSError(errno.ENETUNREACH, "no"), f"the host cannot be reached: [Errno {errno.ENETUNREACH}] no"),
        (
            ExceptionGroup("all", [ConnectionRefusedError()]),
            "the connection was refused: all (1 sub-exception)",
        ),
    ],
)
def test_each_stage_has_words_of_its_own(cause, told):
    assert in_words(cause) == told


def test_causes_that_go_in_circles_end():
    one, other = OSError("one"), OSError("other")
    one.__cause__, other.__cause__ = other, one
    assert in_words(one) == "one"


# Errors of the libraries below, and of code of the user.


class Raising(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Raises out of a frame of the module that it is told."""

    def __init__(self, error, module):
        names = {"__name__": module, "error": error}
        exec("def throw():\n    raise error", names)
        self.throw = names["throw"]

    def handle_request(self, request):
        self.throw()

    async def handle_async_request(self, request):
        self.throw()


@pytest.mark.parametrize("module", ["acme.transport", "h11.acme", "httpx"])
def test_an_error_of_code_of_the_user_stays_what_it_is(lab, module):
    """P67: a transport, a hook or a stream of one's own raises what it likes, whatever lies below it."""
    kind = httpx.AsyncClient if lab.awaited else httpx.Client
    mine = KeyError("mine")
    with pytest.raises(KeyError) as caught:
        lab.things(lambda t: t.get(), http_client=kind(transport=Raising(mine, module)), retry=False)
    assert caught.value is mine


def test_what_a_library_below_lets_through_is_an_error_of_the_client(lab):
    """P67: h11 finds out late that the body is shorter than a header says; httpx lets its error through."""
    settings = {"headers": {"content-length": "5"}}

    async def awaited():
        async with httpx.AsyncClient(**settings) as own:
            await AsyncLabClient(lab.server.url, http_client=own).things.get()

    def blocking():
        with httpx.Client(**settings) as own:
            LabClient(lab.server.url, http_client=own).things.get()

    with pytest.raises(TransportError, match="Too little data for declared Content-Length") as caught:
        lab.drive(awaited) if lab.awaited else blocking()
    assert type(caught.value.__cause__).__module__.startswith("h11")
    assert not caught.value.temporary
    assert traceback.extract_tb(caught.value.__cause__.__traceback__) == []


@pytest.mark.parametrize("body", [{"key": KEY, "name": 5}, {"key": KEY, "name": {"a": "x"}}, {"name": "x"}])
def test_a_half_built_model_stands_in_no_frame(lab, body):
    """P67: a reporter that renders local variables would fail on it, or show half of it."""
    lab.server.handle = lambda asked: answer(200, body)
    with pytest.raises(DecodeError) as caught:
        lab.things(lambda t: t.get())
    error = caught.value
    assert error.__cause__ is None
    frames = [frame for frame, _ in traceback.walk_tb(error.__traceback__)]
    assert not [one for frame in frames for one in frame.f_locals.values() if isinstance(one, Thing)]


# What the environment says.


@pytest.mark.usefixtures("fresh_default")
@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("NO_PROXY", "localhost,fe11::/16", "NO_PROXY cannot be used: httpx cannot read 'fe11::/16' in it"),
        ("no_proxy", "[::1]", "no_proxy cannot be used: httpx cannot read '[::1]' in it"),
        ("ALL_PROXY", "socks://127.0.0.1:1", "ALL_PROXY cannot be used: the proxy must be an http"),
        ("https_proxy", "http://[::1", "https_proxy cannot be used: the proxy must be an http"),
        ("SSL_CERT_FILE", "/absent.pem", "SSL_CERT_FILE names no file of certificates: '/absent.pem'"),
        ("SSL_CERT_DIR", "/absent", "SSL_CERT_DIR names no folder of certificates: '/absent' is none"),
    ],
)
@pytest.mark.parametrize("kind", [LabClient, AsyncLabClient])
def test_a_variable_that_cannot_be_used_is_named(monkeypatch, kind, name, value, told):
    """P67: what nobody has given is not blamed on an argument; without the environment it does not matter."""
    for other in ("SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(other, raising=False)
    monkeypatch.setenv(name, value)
    with pytest.raises(ConfigurationError, match="the environment's " + re.escape(told)) as caught:
        kind(PORTAL)
    assert "trust_environment=False" in str(caught.value)
    kind(PORTAL, trust_environment=False)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # trio forgets the socket
@pytest.mark.usefixtures("fresh_default")
def test_a_file_that_holds_no_certificates_is_named(lab, silent, monkeypatch, tmp_path):
    """P67: it is read late, by the first connection."""
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "empty"))
    (tmp_path / "empty").write_text("nothing")
    error = failing(elsewhere(lab, f"https://127.0.0.1:{silent}"), ConfigurationError)
    assert f"SSL_CERT_FILE='{tmp_path / 'empty'}' cannot be used" in str(error)
    del error
    gc.collect()


def test_a_proxy_is_not_quoted_since_it_may_hold_a_password():
    for make in (LabClient, AsyncLabClient):
        with pytest.raises(ConfigurationError, match="the proxy must be") as caught:
            make(PORTAL, proxy="p4ssw0rd://user:p4ssw0rd@proxy")
        assert "p4ssw0rd" not in str(caught.value)
