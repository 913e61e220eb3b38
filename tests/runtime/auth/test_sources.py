"""Where credentials come from."""

import asyncio
import json
import os
import sys
import time
from datetime import UTC, datetime

import pytest
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.no_token import (
    CredentialSourceError,
    CredentialsUnavailable,
    IncompleteCredentials,
    InvalidClient,
)
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.sources import default
from odc_runtime.auth.sources.base import check_source, is_async
from odc_runtime.auth.sources.chain import Chain
from odc_runtime.auth.sources.command import Command
from odc_runtime.auth.sources.default import DefaultChain
from odc_runtime.auth.sources.environment import EnvironmentVariables
from odc_runtime.auth.sources.file import TokenFile
from odc_runtime.auth.sources.function import FromCallable
from odc_runtime.auth.sources.named import named_source
from odc_runtime.auth.sources.static import StaticToken
from odc_runtime.auth.tokens import Credential
from odc_runtime.errors.base import ConfigurationError
from odc_runtime.kernel._http import httpx

PORTAL = "acme.outsystems.dev"


def token_of(source, **options):
    """Return the token that a client with this source would send now."""
    return bearer(BearerAuth(PORTAL, source, **options))


def bearer(auth, url="https://acme.outsystems.dev"):
    request = httpx.Request("GET", url)
    flow = auth.sync_auth_flow(request)
    next(flow)
    flow.close()
    return request.headers["authorization"].removeprefix("Bearer ")


def nothing():
    raise CredentialsUnavailable("it is switched off")


def broken():
    raise RuntimeError("the vault is sealed")


async def asynchronous():
    return Credential("async")


class Methodical:
    def __init__(self):
        self.count = 0

    def fetch(self):
        self.count += 1
        return Credential(f"m{self.count}")


# The environment


def test_a_token_in_the_environment(monkeypatch):
    monkeypatch.setenv("ODC_ACCESS_TOKEN", " abc\n")
    assert token_of(EnvironmentVariables()) == "abc"


def test_a_client_in_the_environment(monkeypatch, server):
    monkeypatch.setenv("ODC_CLIENT_ID", server.client[0])
    monkeypatch.setenv("ODC_CLIENT_SECRET", server.client[1])
    monkeypatch.setenv("ODC_SCOPE", "a b")
    assert bearer(BearerAuth(server.url, EnvironmentVariables()), server.url) == "token-1"
    assert server.tokens[0].form["scope"] == "a b"
    monkeypatch.setenv("ODC_PORTAL_DOMAIN", server.url)
    assert EnvironmentVariables()().token.reveal() == "token-2"


def test_token_hosts_in_the_environment(monkeypatch, server, other):
    server.token_endpoint = other.token_url.replace("127.0.0.1", "localhost")
    monkeypatch.setenv("ODC_CLIENT_ID", server.client[0])
    monkeypatch.setenv("ODC_CLIENT_SECRET", server.client[1])
    monkeypatch.setenv("ODC_TOKEN_HOSTS", "auth.example, localhost")
    assert bearer(BearerAuth(server.url, EnvironmentVariables()), server.url) == "other-1"


def test_the_environment_is_read_lazily(monkeypatch):
    """P37: sources are lazy: what is set after the client was made counts."""
    auth = BearerAuth(PORTAL)
    monkeypatch.setenv("ODC_ACCESS_TOKEN", "late")
    assert bearer(auth) == "late"


@pytest.mark.parametrize("value", ["", "  "])
def test_an_empty_variable_is_absent(monkeypatch, value):
    """P37: empty string = absent."""
    for name in ("ODC_ACCESS_TOKEN", "ODC_CLIENT_ID", "ODC_CLIENT_SECRET"):
        monkeypatch.setenv(name, value)
    with pytest.raises(CredentialsUnavailable):
        EnvironmentVariables()()


@pytest.mark.parametrize(
    ("there", "missing"),
    [("ODC_CLIENT_ID", "ODC_CLIENT_SECRET"), ("ODC_CLIENT_SECRET", "ODC_CLIENT_ID")],
)
@pytest.mark.parametrize("other", [None, ""])
def test_half_a_pair_names_the_missing_half(monkeypatch, there, missing, other):
    """P37: partial credentials are an error that stops the chain and names the missing half."""
    monkeypatch.setenv(there, "value")
    if other is not None:
        monkeypatch.setenv(missing, other)
    with pytest.raises(IncompleteCredentials, match=f"{there} is set, but {missing} is missing"):
        token_of(Chain(EnvironmentVariables(), StaticToken("never")))


# A fixed token, a function, an object of one's own


@pytest.mark.parametrize("token", ["", "abc def", "Bearer abc", "abc\n", "é"])
def test_a_token_that_cannot_be_sent_is_refused(token):
    with pytest.raises(ConfigurationError) as caught:
        StaticToken(token)
    assert not token or token.strip() not in str(caught.value)


def test_functions_are_sources():
    assert token_of(lambda: Credential("abc")) == "abc"
    assert token_of(FromCallable(lambda: "abc")) == "abc"
    assert token_of(FromCallable(lambda: Credential("abc"))) == "abc"


def test_a_bound_method_is_one_source_for_all_clients():
    source = Methodical()
    first, second = BearerAuth(PORTAL, source.fetch), BearerAuth(PORTAL, source.fetch)
    assert (bearer(first), bearer(second)) == ("m1", "m1")


def test_an_async_source_serves_the_async_client():
    """P50: an async function is a source for the async client, and an error in the sync one."""

    class Source:
        async def __call__(self):
            await asyncio.sleep(0.01)
            return Credential("async")

    async def main(source):
        async with httpx.AsyncClient(
            auth=BearerAuth(PORTAL, source), transport=httpx.MockTransport(echo)
        ) as client:
            return (await client.get("https://acme.outsystems.dev")).text

    def echo(request):
        return httpx.Response(200, text=request.headers["authorization"])

    for source in (asynchronous, Source(), Chain(nothing, Source())):
        assert is_async(source)
        assert asyncio.run(main(source)) == "Bearer async"
    for source in (Source(), Chain(nothing, Source())):  # others, which have no token yet
        with pytest.raises(CredentialSourceError, match="async client only"):
            token_of(source)
    assert asyncio.run(main(lambda: Credential("sync"))) == "Bearer sync"


@pytest.mark.parametrize(
    "source",
    ["token", 7, object(), EnvironmentVariables, StaticToken, lambda argument: Credential("x"), os.path.join],
    ids=["text", "number", "object", "class", "other class", "wants an argument", "wants many"],
)
def test_the_wrong_kind_of_source_fails_at_construction(source):
    """P50: what is no source fails when the client is made, not at its first call."""
    with pytest.raises(TypeError, match="credential"):
        BearerAuth(PORTAL, source)
    with pytest.raises(TypeError, match="credential"):
        Chain(source)


def test_an_async_source_can_be_refused_at_construction():
    """P50: the sync client refuses an async source."""
    with pytest.raises(TypeError, match="async"):
        check_source(asynchronous, allow_async=False)
    with pytest.raises(TypeError, match="async"):
        check_source(Chain(nothing, asynchronous), allow_async=False)
    with pytest.raises(TypeError):
        FromCallable(asynchronous)
    check_source(StaticToken("x"), allow_async=False)


def test_a_source_that_returns_something_else(recwarn):
    with pytest.raises(CredentialSourceError, match="returned a str, not a Credential"):
        token_of(lambda: "abc")
    with pytest.raises(CredentialSourceError, match="returned a coroutine"):
        token_of(lambda: asynchronous())
    assert not recwarn.list


def test_a_source_that_fails_is_named_with_its_reason():
    with pytest.raises(CredentialSourceError, match="broken failed: RuntimeError: the vault is sealed"):
        token_of(broken)


@pytest.mark.parametrize("token", ["", "a b", "a\r\nX: 1"])
def test_a_source_with_a_malformed_token(token):
    with pytest.raises(CredentialSourceError, match="a token that"):
        token_of(lambda: Credential(token))


def test_a_source_with_an_expired_token(clock):
    with pytest.raises(CredentialSourceError, match="expired already"):
        token_of(lambda: Credential("abc", expires_at=clock.wall() - 1), clock=clock)


def test_a_source_that_does_not_know_the_end_is_asked_again_after_an_hour(clock):
    tokens = iter(["a", "b"])
    auth = BearerAuth(PORTAL, FromCallable(lambda: next(tokens)), clock=clock)
    assert bearer(auth) == "a"
    clock.advance(2800)
    assert bearer(auth) == "a"
    clock.advance(800)
    assert bearer(auth) == "b"


# The chain


def test_the_first_complete_source_wins():
    """P37: the order is that of the chain; later sources are not even called."""
    assert token_of(Chain(nothing, StaticToken("abc"), broken)) == "abc"
    assert Chain(nothing, StaticToken("abc"))().token.reveal() == "abc"


def test_a_source_that_fails_stops_the_chain():
    """P37: failing is not the same as having nothing."""
    with pytest.raises(CredentialSourceError, match="sealed") as caught:
        token_of(Chain(nothing, broken, StaticToken("never")))
    assert any("nothing" in note for note in caught.value.__notes__)


def test_the_last_message_tells_every_attempt():
    """P37: when all have nothing, the message lists each source with its reason."""
    with pytest.raises(CredentialsUnavailable) as caught:
        token_of(Chain(EnvironmentVariables(), TokenFile("/nowhere/token"), nothing))
    text = str(caught.value)
    for part in (
        "EnvironmentVariables: neither ODC_ACCESS_TOKEN nor ODC_CLIENT_ID and ODC_CLIENT_SECRET is set",
        "TokenFile: /nowhere/token does not exist",
        "nothing: it is switched off",
    ):
        assert part in text
    assert [name for name, _ in caught.value.attempts] == ["EnvironmentVariables", "TokenFile", "nothing"]


def test_chains_nest():
    assert token_of(Chain(Chain(nothing, nothing), Chain(StaticToken("abc")))) == "abc"
    with pytest.raises(TypeError):
        Chain()


def test_a_refused_client_is_no_reason_to_go_on(server):
    """P37: wrong credentials are a failure, not an absence."""
    server.clients = {}
    chain = Chain(ClientCredentials(*server.client), StaticToken("never"))
    with pytest.raises(InvalidClient):
        bearer(BearerAuth(server.url, chain), server.url)


# The default


def test_the_default_order(monkeypatch, tmp_path):
    """P37: ODC_CREDENTIALS, then the variables (token before client), then the container secret."""
    secret = tmp_path / "odc_credentials"
    monkeypatch.setattr(default, "CONTAINER_SECRET", secret)
    with pytest.raises(CredentialsUnavailable) as caught:
        token_of(None)
    assert [name for name, _ in caught.value.attempts] == ["NamedSource", "EnvironmentVariables", "TokenFile"]
    secret.write_text("from-the-container")
    assert token_of(None) == "from-the-container"
    monkeypatch.setenv("ODC_ACCESS_TOKEN", "from-the-environment")
    assert token_of(None) == "from-the-environment"
    named = tmp_path / "named"
    named.write_text("from-the-named-file")
    monkeypatch.setenv("ODC_CREDENTIALS", f"file:{named}")
    assert token_of(None) == "from-the-named-file"
    assert str(default.CONTAINER_SECRET) in str(DefaultChain().sources[-1].path)


def test_a_named_source_is_the_only_one(monkeypatch, tmp_path):
    """P37: whoever names a source gets no other when that one has nothing."""
    monkeypatch.setenv("ODC_ACCESS_TOKEN", "abc")
    monkeypatch.setenv("ODC_CREDENTIALS", f"file:{tmp_path / 'missing'}")
    with pytest.raises(CredentialSourceError, match="ODC_CREDENTIALS names a source that has nothing"):
        token_of(None)
    monkeypatch.setenv("ODC_CREDENTIALS", "env")
    assert token_of(None) == "abc"


def test_sources_have_names(monkeypatch, tmp_path):
    (tmp_path / "my_vault.py").write_text(
        "from odc_runtime.auth.tokens import Credential\n"
        "def fetch():\n    return Credential('from-the-function')\n"
        "class Source:\n    def __call__(self):\n        return Credential('from-the-class')\n"
        "value = 7\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    script = f"{sys.executable} -c \"print('from-the-command')\""
    for name, token in {
        f"command:{script}": "from-the-command",
        "my_vault:fetch": "from-the-function",
        "my_vault:Source": "from-the-class",
    }.items():
        monkeypatch.setenv("ODC_CREDENTIALS", name)
        assert token_of(None) == token
    for name in ("my_vault:value", "my_vault:missing", "no_such_module:x"):
        with pytest.raises(ConfigurationError, match=name):
            named_source(name)


@pytest.mark.parametrize("name", ["vault", "file:", "command: ", "a:b:c", ":x", "a b:c d", "module:"])
def test_a_name_that_means_nothing(monkeypatch, name):
    monkeypatch.setenv("ODC_CREDENTIALS", name)
    with pytest.raises(ConfigurationError, match="env, file:/path, command:"):
        token_of(None)


# A file


def test_a_file_is_read_again_when_it_changes(tmp_path):
    path = tmp_path / "token"
    path.write_text("first\n")
    auth = BearerAuth(PORTAL, TokenFile(path))
    assert bearer(auth) == "first"
    path.write_text("second\n")
    assert bearer(auth) == "second"
    replacement = tmp_path / "new"
    replacement.write_text("third!\n")
    replacement.replace(path)
    assert bearer(auth) == "third!"


def test_a_file_that_vanishes_for_a_moment(tmp_path):
    path = tmp_path / "token"
    path.write_text("first")
    auth = BearerAuth(PORTAL, TokenFile(path))
    assert bearer(auth) == "first"
    path.unlink()
    assert bearer(auth) == "first"
    path.write_text("second")
    assert bearer(auth) == "second"


def test_a_file_with_a_client(tmp_path, server):
    path = tmp_path / "client.json"
    path.write_text(json.dumps({"client_id": server.client[0], "client_secret": server.client[1]}))
    assert bearer(BearerAuth(server.url, TokenFile(path)), server.url) == "token-1"


@pytest.mark.parametrize(
    ("data", "life"),
    [
        ({"access_token": "abc", "expires_at": 2_000_000_000}, 2_000_000_000),
        ({"access_token": "abc", "expires_at": "2033-05-18T03:33:20Z"}, 2_000_000_000),
        ({"access_token": "abc", "expires_at": "2033-05-18T05:33:20+02:00"}, 2_000_000_000),
        ({"access_token": "abc"}, None),
        ({"access_token": "abc", "expires_in": "60"}, 60),
    ],
)
def test_a_file_may_tell_the_end(tmp_path, data, life):
    path = tmp_path / "token.json"
    path.write_text(json.dumps(data))
    credential = TokenFile(path)()
    if life == 60:
        life += path.stat().st_mtime
    assert credential.expires_at == (None if life is None else pytest.approx(life))
    assert datetime.fromtimestamp(2_000_000_000, UTC).isoformat() == "2033-05-18T03:33:20+00:00"


@pytest.mark.parametrize(
    ("text", "error", "words"),
    [
        ("", CredentialsUnavailable, "is empty"),
        (" \n", CredentialsUnavailable, "is empty"),
        ("two words", CredentialSourceError, "blank"),
        ("Bearer abc", CredentialSourceError, "Bearer"),
        ("{", CredentialSourceError, "begins like JSON"),
        ("{}", CredentialSourceError, "neither"),
        ('{"access_token": 7}', CredentialSourceError, "no text"),
        ('{"access_token": "abc", "expires_at": "soon"}', CredentialSourceError, "expiry"),
        ('{"access_token": "abc", "expires_in": []}', CredentialSourceError, "expiry"),
        ('{"client_id": "x"}', CredentialSourceError, "client_secret"),
        ('{"client_secret": "x", "client_id": ""}', CredentialSourceError, "client_id"),
    ],
)
def test_what_a_file_must_not_hold(tmp_path, text, error, words):
    path = tmp_path / "token"
    path.write_text(text)
    with pytest.raises(error, match=words) as caught:
        TokenFile(path)()
    assert str(path) in str(caught.value)


def test_a_file_that_cannot_be_read(tmp_path):
    with pytest.raises(CredentialsUnavailable, match="does not exist"):
        TokenFile(tmp_path / "missing")()
    with pytest.raises(CredentialSourceError, match="cannot be read"):
        TokenFile(tmp_path)()
    (tmp_path / "binary").write_bytes(b"\xff\xfe")
    with pytest.raises(CredentialSourceError, match="no text"):
        TokenFile(tmp_path / "binary")()


# A command


def python(code, *arguments, **options):
    return Command([sys.executable, "-c", code, *arguments], **options)


def test_a_command_prints_a_token(server):
    assert token_of(python("print('abc')")) == "abc"
    credential = python('print(\'{"access_token": "abc", "expires_in": 600}\')')()
    assert 0 < credential.expires_at - time.time() <= 600
    pair = json.dumps({"client_id": server.client[0], "client_secret": server.client[1]})
    source = python("import sys; print(sys.argv[1])", pair)
    assert bearer(BearerAuth(server.url, source), server.url) == "token-1"


def test_a_command_is_run_without_a_shell(tmp_path):
    """P37: nothing is expanded, piped or run on the side."""
    source = python(
        "import sys; print('x'.join(sys.argv[1:]))", "$HOME", f";touch {tmp_path}/x".replace(" ", "\t")
    )
    with pytest.raises(CredentialSourceError, match="header can carry"):
        source()
    assert Command(f"{sys.executable} -c \"print('a$HOME|b')\"")().token.reveal() == "a$HOME|b"
    assert not (tmp_path / "x").exists()


def test_a_command_reads_no_input_of_ours():
    assert python("import sys; print('empty' + sys.stdin.read())")().token.reveal() == "empty"


@pytest.mark.parametrize(
    "code",
    [
        "import time; time.sleep(60)",
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import time; time.sleep(60)'])",
        "import subprocess, sys; subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])",
        "import os, sys, time; print('abc', flush=True); os.close(1); time.sleep(60)",
    ],
    ids=["sleeps", "waits for a child", "leaves a child with its output", "closes its output"],
)
def test_a_command_has_a_time_limit(code):
    """P37: it is killed with what it started."""
    started = time.monotonic()
    with pytest.raises(CredentialSourceError, match=r"took longer than 0\.5 s"):
        python(code, timeout=0.5)()
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("code", "error", "words"),
    [
        ("", CredentialsUnavailable, "printed nothing"),
        ("raise SystemExit(3)", CredentialSourceError, "status 3"),
        ("print('abc'); raise SystemExit(1)", CredentialSourceError, "status 1"),
        ("print('two words')", CredentialSourceError, "blank"),
        ("print('{\"error\": 1}')", CredentialSourceError, "neither"),
    ],
)
def test_a_command_that_fails(code, error, words):
    with pytest.raises(error, match=words):
        python(code, "s3cret-argument")()
    with pytest.raises(error) as caught:
        python(code, "s3cret-argument")()
    assert "s3cret" not in str(caught.value) + repr(python(code, "s3cret-argument"))


def test_a_command_that_is_not_there():
    with pytest.raises(CredentialSourceError, match="cannot be run"):
        Command("/nowhere/vault read")()
    with pytest.raises(ValueError, match="empty"):
        Command("")
