"""No secret in anything that is shown, logged, pickled or raised; and the scanner finds a planted one."""

import asyncio
import io
import json
import logging
import pickle
import pprint
import sys
import traceback

import attrs
import pytest
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.memory import MemoryStore
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.portal import Portal
from odc_runtime.auth.sources.base import call_now
from odc_runtime.auth.sources.chain import Chain
from odc_runtime.auth.sources.command import Command
from odc_runtime.auth.sources.environment import EnvironmentVariables
from odc_runtime.auth.sources.file import TokenFile
from odc_runtime.auth.sources.function import FromCallable
from odc_runtime.auth.sources.static import StaticToken
from odc_runtime.auth.tokens import Credential
from odc_runtime.errors.base import OdcError
from odc_runtime.kernel._http import httpx

from tests.runtime.auth.token_server import body, drip, drop, hang, html, oauth_error, redirect, status

SECRET = "s3cret-of-the-client"
TOKENS = tuple(f"token-{number}" for number in range(1, 10))
BASIC = "Y2xpZW50OnMzY3JldC1vZi10aGUtY2xpZW50"  # client:s3cret-of-the-client


def findings(text):
    return [secret for secret in (SECRET, BASIC, *TOKENS) if secret in text]


def shown(value, depth=2):
    """Return everything that the usual ways of looking at an object show of it."""
    texts = [repr(value), pprint.pformat(value)]
    if not isinstance(value, (bytes, str)):
        texts += [str(value), f"{value}"]
    if depth and hasattr(value, "__dict__") and not isinstance(value, type(sys)):
        texts.append(pprint.pformat(vars(value)))
        texts += [shown(part, depth - 1) for part in vars(value).values()]
    for name in getattr(type(value), "__slots__", ()):
        if depth and name != "_value" and hasattr(value, name):
            texts.append(shown(getattr(value, name), depth - 1))
    return "\n".join(texts)


def frames(error):
    """Return what a traceback with locals shows, through all causes and contexts."""
    seen, todo, texts = set(), [error], []
    while todo:
        one = todo.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        texts += [shown(one), repr(one.args), "".join(traceback.format_exception(one))]
        for frame, _ in traceback.walk_tb(one.__traceback__):
            if frame.f_globals["__name__"].startswith("tests."):
                continue  # the test itself knows the secret
            texts += [f"{name} = {value!r}" for name, value in frame.f_locals.items()]
        todo += [one.__cause__, one.__context__]
    return "\n".join(texts)


def objects(server):
    credentials = ClientCredentials(*server.client)
    auth = BearerAuth(server.url, credentials)
    auth._manager.get(5)
    store = MemoryStore()
    store.save("key", auth._manager.held.token)
    exchange = ClientCredentials(*server.client).bind(Portal(server.url)).resolve(call_now)
    exchange.key()
    return [
        credentials, auth, auth._manager, auth._manager.held, auth._manager.held.header,
        auth._manager.held.token, store, exchange, EnvironmentVariables(), TokenFile("/x"),
        Command(["vault", SECRET]), FromCallable(lambda: SECRET), StaticToken("token-1"),
        Chain(credentials, StaticToken("token-1")), Credential("token-1"),
    ]  # fmt: skip


@attrs.define
class Settings:
    anything: object


def test_nothing_that_holds_a_secret_shows_it(server):
    """P34: repr, str, format, vars and attrs.asdict of token, credential, hook and store: no secret."""
    for one in objects(server):
        text = shown(one, depth=0) + repr(attrs.asdict(Settings(one)))
        if hasattr(one, "__dict__") and not isinstance(one, Command):  # its arguments are the user's business
            text += shown(vars(one), depth=0)
        assert not findings(text), type(one)


def test_what_can_be_pickled_holds_no_secret(server):
    """P34: a pickle holds no secret: it is made without it, or refused."""
    refused = 0
    for one in objects(server):
        try:
            data = pickle.dumps(one)
        except (TypeError, AttributeError, pickle.PicklingError):
            refused += 1
            continue
        if not isinstance(one, Command):  # which needs its arguments there
            assert not findings(data.decode("latin-1")), type(one)
    assert refused >= 5


def raising(server, source, **options):
    """Return the error that a call with this source ends in."""
    auth = BearerAuth(server.url, source, **options)
    with httpx.Client(auth=auth) as client, pytest.raises(OdcError) as caught:
        client.get(server.url + "/x")
    return caught.value


FAULTS = {
    "invalid client": oauth_error("invalid_client", f"secret {SECRET} is wrong"),
    "html": html(),
    "status": status(404, SECRET.encode()),
    "server error": status(503, SECRET.encode()),
    "redirect": redirect("https://evil.example"),
    "dropped": drop,
    "hanging": hang,
    "dripping": drip,
    "wrong type": body({"access_token": "token-1", "token_type": "mac"}),
    "expired": body({"access_token": "token-1", "expires_in": 0}),
    "no life": body({"access_token": "token-1", "expires_in": "token-2"}),
    "malformed": body({"access_token": "token-1 token-2"}),
    "broken": body(b'{"access_token": "token-1", '),
    "list": body(["token-1"]),
    "deep": body(b'{"access_token": "token-1", "x":' + b"[" * 100_000),
}


@pytest.mark.parametrize("method", ["client_secret_post", "client_secret_basic"])
@pytest.mark.parametrize("fault", FAULTS)
def test_errors_of_the_token_endpoint_hold_no_secret(server, fault, method):
    """P36: message, attributes and traceback with locals of each error; P34: and its pickle."""
    server.fail(*[FAULTS[fault]] * 3)
    error = raising(server, ClientCredentials(*server.client, auth_method=method, timeout=0.3))
    assert not findings(frames(error))
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), str(copy)) == (type(error), str(error))
    assert not findings(pickle.dumps(error).decode("latin-1"))


def failing():
    token = "token-1"
    raise ValueError(f"cannot read it ({len(token)} characters)")


def undecodable():
    return Credential(json.loads('{"access_token": "token-1"')["access_token"])


SOURCES = {
    "a function that fails": lambda folder: failing,
    "a function that cannot decode": lambda folder: undecodable,
    "a function with a malformed token": lambda folder: lambda: Credential("token-1 "),
    "a function with an expired token": lambda folder: lambda: Credential("token-1", expires_at=1),
    "a function with a bare token": lambda folder: lambda: "token-1",
    "a file with two tokens": lambda folder: written(folder, "token-1 token-2"),
    "a file with broken JSON": lambda folder: written(folder, '{"access_token": "token-1"'),
    "a file with a wrong end": lambda folder: written(
        folder, '{"access_token": "token-1", "expires_at": "x"}'
    ),
    "a file with half a pair": lambda folder: written(folder, f'{{"client_secret": "{SECRET}"}}'),
    "a command with two tokens": lambda folder: Command("echo token-1 token-2"),
    "a command that fails": lambda folder: Command(["sh", "-c", "echo token-1; exit 3", SECRET]),
    "a command that is not there": lambda folder: Command(["/nowhere/vault", SECRET]),
    "a command that takes too long": lambda folder: Command(
        ["sh", "-c", "echo token-1; sleep 9"], timeout=0.2
    ),
    "a chain": lambda folder: Chain(Command("true"), failing),
}


def written(folder, text):
    (folder / "file").write_text(text)
    return TokenFile(folder / "file")


@pytest.fixture
def folder(tmp_path_factory):
    """A place where a file may hold a secret."""
    return tmp_path_factory.mktemp("credentials")


@pytest.mark.parametrize("source", SOURCES)
def test_errors_of_a_source_hold_no_secret(server, folder, source):
    """P36: nor does a source that fails, by any of its frames or causes."""
    error = raising(server, SOURCES[source](folder))
    assert not findings(frames(error))
    assert not findings(pickle.dumps(error).decode("latin-1"))


def test_half_a_pair_in_the_environment_is_not_shown(server, monkeypatch):
    monkeypatch.setenv("ODC_CLIENT_SECRET", SECRET)
    assert not findings(frames(raising(server, EnvironmentVariables())))


@pytest.fixture
def log():
    """Everything that any logger says at any level."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s %(args)s"))
    root, names = logging.getLogger(), ("", "odc_client", "httpx", "httpcore", "h2", "hpack", "asyncio")
    levels = {name: logging.getLogger(name).level for name in names}
    root.addHandler(handler)
    for name in names:
        logging.getLogger(name).setLevel(1)
    yield stream
    root.removeHandler(handler)
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def night(server, folder):
    """One of everything that can happen, sync and async, with debug mode on."""
    server.revoked.add("token-1")
    server.fail(slow_enough, drop, status(503), oauth_error("invalid_client"))
    auth = BearerAuth(server.url, ClientCredentials(*server.client))
    with httpx.Client(auth=auth) as client:
        for _ in range(2):
            try:
                client.post(server.url + "/x", json={})
            except OdcError as error:
                logging.getLogger("odc_client").error("failed", exc_info=error)
    for method in ("client_secret_post", "client_secret_basic"):
        basic = BearerAuth(server.url, ClientCredentials(*server.client, auth_method=method, scope=method))

        async def main(auth=basic):
            async with httpx.AsyncClient(auth=auth) as client:
                await client.get(server.url + "/x")

        asyncio.run(main(), debug=True)
    for source in (failing, written(folder, "token-1 token-2")):
        with httpx.Client(auth=BearerAuth(server.url, source)) as client, pytest.raises(OdcError):
            client.get(server.url)


def slow_enough(handler):
    handler.owner.pause(0.15)
    return True


def test_debug_logs_of_every_logger_hold_no_secret(server, log, folder):
    """P35: the logs of a full run at DEBUG: ours, httpx, httpcore, asyncio."""
    night(server, folder)
    text = log.getvalue()
    for name in ("odc_client.auth", "httpx", "httpcore", "asyncio"):
        assert name in text
    assert not findings(text)


def test_http2_logs_hold_no_secret(log):
    """P35: hpack logs each header that it writes, but not the value of this one."""
    h2 = pytest.importorskip("h2.connection")
    request = httpx.Request("GET", "https://acme.outsystems.dev/x")
    next(BearerAuth("acme.outsystems.dev", StaticToken("token-1")).sync_auth_flow(request))
    connection = h2.H2Connection()
    connection.initiate_connection()
    headers = [
        (b":method", b"GET"),
        (b":scheme", b"https"),
        (b":authority", b"acme.outsystems.dev"),
        (b":path", b"/x"),
    ]
    connection.send_headers(1, [*headers, *((name.lower(), value) for name, value in request.headers.raw)])
    assert "hpack" in log.getvalue()
    assert "authorization" in log.getvalue()
    assert not findings(log.getvalue())


def test_a_planted_secret_is_found(server, log):
    """P35: the scanners above do find a secret: in a log, in a local variable, in an attribute."""
    logging.getLogger("httpx").debug("authorization: %s", "Bearer token-1")
    assert findings(log.getvalue()) == ["token-1"]

    def leak():
        plain = SECRET
        return json.loads("{" + plain)

    leak.__globals__["__name__"], name = "planted", __name__
    with pytest.raises(ValueError) as caught:
        leak()
    found = findings(frames(caught.value))
    leak.__globals__["__name__"] = name
    assert SECRET in found
    assert findings(shown(Settings(SECRET)))
    assert findings(pickle.dumps(Settings(SECRET)).decode("latin-1"))
