"""The secret scan: a bad night is played through, and nothing it leaves behind holds a secret."""

import asyncio
import logging
import pickle
import secrets
import warnings

import httpx
import pytest
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.memory import MemoryStore
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.stores.file import EncryptedFileStore

from tests.runtime.auth import token_server as faults
from tests.runtime.auth.clocks import FakeClock
from tests.runtime.auth.secret_scan import Evidence, Scanner, forms
from tests.runtime.auth.store_workers import KEY

PATH = "/api/users"
REFUSALS = {
    "wrong secret": faults.oauth_error("invalid_client", "no such client", 401),
    "unauthorized": faults.oauth_error("unauthorized_client"),
    "echo": lambda handler: handler.answer(
        400, handler.owner.tokens[-1].body, {"content-type": "text/plain"}
    ),
    "HTML": faults.html(),
    "empty": faults.body(b""),
    "a list": faults.body([]),
    "no token": faults.body({"token_type": "Bearer"}),
    "another type": faults.body({"access_token": "x", "token_type": "mac"}),
    "no time": faults.body({"access_token": "x", "expires_in": -1}),
    "redirect": faults.redirect("http://127.0.0.1:1/elsewhere"),
    "teapot": faults.status(418),
}
TEMPORARY = {"503": faults.status(503), "429": faults.status(429, retry_after="0"), "drop": faults.drop}


class Wrong:
    """A token of another type, in an answer that also says everything else it knows."""

    def __call__(self, handler):
        asked = handler.owner.tokens[-1]
        handler.json({"error": "invalid_scope", "error_description": f"you sent {asked.form}"}, 400)


class Vault:
    """The secrets of a run; shows none of them, so that it may stand in any frame."""

    def __init__(self, server):
        self._secret = "s+c&r=e%t:é\"'\\" + secrets.token_hex(16)
        server.clients = {"client": self._secret}
        server.prefix = "token" + secrets.token_hex(16)
        self._server = server

    def credentials(self, **options):
        return ClientCredentials("client", self._secret, **options)

    def scanner(self):
        return Scanner(self._secret, *self._server.issued, KEY.hex(), repr(KEY)[2:-1])

    def tell(self):
        """The client's secret, for those who plant it."""
        return self._secret

    def token(self):
        """The first token, for those who plant it."""
        return self._server.issued[0]


@pytest.fixture
def vault(server):
    return Vault(server)


@pytest.fixture
def evidence(tmp_path):
    gathered = Evidence()
    with gathered.of_logs():
        logging.getLogger("asyncio").setLevel(logging.DEBUG)
        yield gathered
        logging.getLogger("asyncio").setLevel(logging.NOTSET)


def attempt(evidence, http, url):
    """Call the API; keep the answer and the request it belongs to, or the error."""
    try:
        answer = http.get(url)
    except Exception as error:
        evidence.of_error(error)
        return None
    evidence.of_object(answer)
    evidence.of_object(answer.request)
    evidence.add("headers", repr(answer.request.headers) + str(answer.request.headers.raw))
    return answer.status_code


async def attempt_async(evidence, http, url):
    try:
        answer = await http.get(url)
    except Exception as error:
        evidence.of_error(error)
        return None
    evidence.of_object(answer.request)
    return answer.status_code


def objects_of(auth, http, store, credentials):
    manager = auth._manager
    holding = manager.held
    return [
        auth, http, store, credentials, manager, manager._store, holding, holding.token, holding.header,
        holding.token.access_token, holding.schedule, auth._scope, store._place, store._key,
    ]  # fmt: skip


def good_and_refused_calls(evidence, vault, server, folder):
    """A token is fetched, stored, refused by the API, replaced, refused again, and forgotten."""
    store = EncryptedFileStore(folder, key=KEY)
    credentials = vault.credentials()
    auth = BearerAuth(server.url, credentials, token_store=store)
    with httpx.Client(auth=auth) as http:
        assert attempt(evidence, http, server.url + PATH) == 200
        server.revoked.update(server.issued)
        assert attempt(evidence, http, server.url + PATH) == 200
        server.reject_all = True
        assert attempt(evidence, http, server.url + PATH) == 401
        server.reject_all = False
        for one in objects_of(auth, http, store, credentials):
            evidence.of_object(one)
    evidence.of_files(folder)
    for path in folder.glob("*.token"):
        path.write_bytes(b"spoiled")
    with httpx.Client(auth=BearerAuth(server.url, vault.credentials(), token_store=store)) as http:
        assert attempt(evidence, http, server.url + PATH) == 200
        http.auth.clear()


def refused_tokens(evidence, vault, server):
    """The token endpoint refuses, in every way it can."""
    for fault in [*REFUSALS.values(), Wrong(), *TEMPORARY.values()]:
        server.fail(*[fault] * (3 if fault in TEMPORARY.values() else 1))
        credentials = vault.credentials(scope=secrets.token_hex(4), clock=FakeClock())
        auth = BearerAuth(server.url, credentials, token_store=MemoryStore())
        with httpx.Client(auth=auth) as http:
            assert attempt(evidence, http, server.url + PATH) is None
            evidence.of_object(auth._manager)


def nobody_there(evidence, vault, server):
    """Neither the identity provider nor the API can be reached in time."""
    url = "http://127.0.0.1:1"
    with httpx.Client(auth=BearerAuth(url, vault.credentials(), token_store=MemoryStore())) as http:
        assert attempt(evidence, http, url + PATH) is None
    server.fail(faults.hang)
    hook = BearerAuth(
        server.url, vault.credentials(timeout=0.3), token_store=MemoryStore(), token_timeout=0.5
    )
    with httpx.Client(auth=hook) as http:
        assert attempt(evidence, http, server.url + PATH) is None
        server.api = faults.hang
        assert attempt(evidence, httpx.Client(auth=hook, timeout=0.3), server.url + PATH) is None
        server.api = faults.drop
        assert attempt(evidence, http, server.url + PATH) is None
    server.api = lambda handler, asked: handler.json({"ok": True})


def tasks(evidence, vault, server):
    """The same with asyncio in debug mode; one task is cancelled while it waits."""

    async def play():
        auth = BearerAuth(server.url, vault.credentials(), token_store=MemoryStore())
        async with httpx.AsyncClient(auth=auth) as http:
            server.delay = 0.2
            waiting = asyncio.create_task(http.get(server.url + PATH))
            await asyncio.sleep(0.05)
            waiting.cancel()
            try:
                await waiting
            except asyncio.CancelledError as error:
                evidence.of_error(error)
            server.delay = 0.0
            assert await attempt_async(evidence, http, server.url + PATH) == 200
            server.revoked.update(server.issued)
            assert await attempt_async(evidence, http, server.url + PATH) == 200
            server.fail(faults.oauth_error("invalid_client", http_status=401))
            server.revoked.update(server.issued)
            assert await attempt_async(evidence, http, server.url + PATH) is None

    asyncio.run(play(), debug=True)


def test_a_bad_night_leaves_no_secret_behind(vault, server, evidence, tmp_path, capfd):
    """P34 P35 P36: logs at DEBUG, reprs, pickles, tracebacks with locals, files and output: 0 findings."""
    with warnings.catch_warnings(record=True) as warned:
        good_and_refused_calls(evidence, vault, server, tmp_path / "cache")
        refused_tokens(evidence, vault, server)
        nobody_there(evidence, vault, server)
        tasks(evidence, vault, server)
    for one in warned:
        evidence.add("warning", str(one.message))
    evidence.of_files(tmp_path)
    for text in capfd.readouterr():
        evidence.add("output", text)
    assert len(server.issued) > 5
    assert {where.partition(" ")[0] for where, _ in evidence.pieces} >= {
        "log", "repr", "pickle", "traceback", "local", "file", "headers", "output",
    }  # fmt: skip
    assert {where for where, _ in evidence.pieces} >= {
        "log httpx",
        "log httpcore.http11",
        "log odc_client.auth",
    }
    assert evidence.findings(vault.scanner()) == []


class Leaky:
    def __init__(self, secret):
        self.secret = secret

    def __repr__(self):
        return f"Leaky({self.secret})"


def planted_log(evidence, vault, folder):
    logging.getLogger("some.library").debug("header: %s", vault.tell())


def planted_log_field(evidence, vault, folder):
    logging.getLogger("some.library").debug("a call", extra={"token": vault.token()})


def planted_log_traceback(evidence, vault, folder):
    try:
        raise ValueError(vault.token())
    except ValueError:
        logging.getLogger("some.library").debug("it failed", exc_info=True)


def planted_repr(evidence, vault, folder):
    evidence.of_object(Leaky(vault.token()))


def planted_pickle(evidence, vault, folder):
    evidence.add("pickle", pickle.dumps({"token": vault.token()}))


def planted_local(evidence, vault, folder):
    def fail(token):
        raise ValueError("nothing to see")

    try:
        fail(vault.token())
    except ValueError as error:
        evidence.of_error(error)


def planted_cause(evidence, vault, folder):
    def fail():
        try:
            raise KeyError(vault.tell())
        except KeyError as error:
            raise ValueError("nothing to see") from error

    try:
        fail()
    except ValueError as error:
        evidence.of_error(error)


def planted_file(evidence, vault, folder):
    (folder / "cache.json").write_text(f'{{"access_token": "{vault.token()}"}}')
    evidence.of_files(folder)


def planted_basic_header(evidence, vault, folder):
    pair = httpx.BasicAuth("client", vault.tell())
    evidence.add("header", pair._auth_header)


PLANTS = [
    planted_log, planted_log_field, planted_log_traceback, planted_repr, planted_pickle, planted_local,
    planted_cause, planted_file, planted_basic_header,
]  # fmt: skip


@pytest.mark.parametrize("plant", PLANTS)
def test_a_planted_secret_is_found(vault, server, evidence, tmp_path, plant):
    """P34 P35 P36: the scan sees what it looks for, wherever it is put."""
    with httpx.Client(auth=BearerAuth(server.url, vault.credentials(), token_store=MemoryStore())) as http:
        http.get(server.url + PATH)
    assert evidence.findings(vault.scanner()) == []
    plant(evidence, vault, tmp_path)
    assert evidence.findings(vault.scanner())


def test_planted_in_any_test_it_is_found_too(vault, server, secrets_of_servers):
    """P35: what watches over each test of this folder knows the secrets and the tokens of its servers."""
    with httpx.Client(auth=BearerAuth(server.url, vault.credentials(), token_store=MemoryStore())) as http:
        http.get(server.url + PATH)
    with Evidence().of_logs() as evidence:
        planted_log(evidence, vault, None)
        logging.getLogger("some.library").debug("got %r", {"access_token": vault.token()})
    assert len(evidence.findings(secrets_of_servers())) == 4


def test_every_form_of_a_secret_is_found():
    secret = "s+c&r=e%t:é\"'\\0123456789"
    scanner = Scanner(secret)
    for form in forms(secret):
        assert scanner.find(b"before" + form + b"after")
    assert not scanner.find("before and after")
