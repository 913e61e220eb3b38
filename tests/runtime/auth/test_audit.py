"""What a reviewer asks for: an audit log, keys that can be rotated, warnings, a distrusted environment."""

import asyncio
import base64
import hashlib
import logging
import ssl
import threading
import time

import pytest
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.memory import MemoryStore
from odc_runtime.auth.no_token import InvalidClient
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.portal import Portal
from odc_runtime.auth.sources.function import FromCallable
from odc_runtime.auth.stores.cipher import Cipher
from odc_runtime.auth.stores.faults import Unreadable
from odc_runtime.auth.stores.file import EncryptedFileStore
from odc_runtime.auth.stores.keys import EnvironmentKey
from odc_runtime.auth.tokens import Token
from odc_runtime.errors.base import ConfigurationError
from odc_runtime.kernel._http import httpx
from odc_runtime.site import trust

from tests.runtime.auth import token_server as faults
from tests.runtime.auth.token_server import TokenServer
from tests.runtime.sample import AsyncLabClient, LabClient

OLD, NEW, OTHER = (bytes([number]) * 32 for number in (1, 2, 3))


@pytest.fixture
def server():
    with TokenServer() as server:
        yield server


@pytest.fixture
def events(caplog):
    """Return a function that tells the audit events so far, and forgets them."""
    caplog.set_level(logging.INFO, "odc_client.audit")

    def told():
        records = [record for record in caplog.records if record.name == "odc_client.audit"]
        # Below what is printed where nobody has set up logging.
        assert {record.levelname for record in records} <= {"INFO"}
        found = [(record.audit_event, record.audit_fingerprint, record.getMessage()) for record in records]
        caplog.clear()
        return found

    return told


def mark(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def call(auth, url):
    with httpx.Client(auth=auth) as http:
        return http.get(url + "/api/users").status_code


def test_the_life_of_a_token_is_told_by_its_fingerprint(server, events):
    """P69: obtained, refused by the API, refreshed, cleared; and never the token."""
    auth = BearerAuth(server.url, ClientCredentials(*server.client), token_store=MemoryStore())
    assert call(auth, server.url) == 200
    first = mark(server.issued[0])
    ((event, fingerprint, text),) = events()
    assert (event, fingerprint) == ("obtained", first)
    assert "source=ClientCredentials" in text
    assert " expires=20" in text

    server.revoked.update(server.issued)
    assert call(auth, server.url) == 200
    second = mark(server.issued[1])
    assert [event[:2] for event in events()] == [("refused", first), ("refreshed", second)]

    auth.clear()
    assert [event[:2] for event in events()] == [("cleared", second)]


def test_a_crowd_that_is_refused_is_one_event(server, events):
    """P69: 30 threads, one token, one line."""
    auth = BearerAuth(server.url, ClientCredentials(*server.client), token_store=MemoryStore())
    call(auth, server.url)
    server.revoked.update(server.issued)
    threads = [threading.Thread(target=call, args=(auth, server.url)) for _ in range(30)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert [event[0] for event in events()] == ["obtained", "refused", "refreshed"]


def test_a_client_that_is_refused_is_told_with_the_reason(server, events):
    """P69: what the token endpoint says, without the secret that it echoes."""
    server.fail(faults.oauth_error("invalid_client", "s3cret-of-the-client is wrong", 401))
    auth = BearerAuth(server.url, ClientCredentials(*server.client), token_store=MemoryStore())
    with pytest.raises(InvalidClient):
        auth._manager.get(20)
    ((event, fingerprint, text),) = events()
    assert (event, fingerprint) == ("failed", "none")
    assert "invalid_client" in text
    assert "s3cret" not in text


def test_an_event_is_told_before_anyone_uses_the_token(server, events, monkeypatch):
    """P69: also where the log is slow."""
    emit = logging.Logger.handle
    monkeypatch.setattr(logging.Logger, "handle", lambda *given: (time.sleep(0.2), emit(*given)))
    auth = BearerAuth(server.url, ClientCredentials(*server.client), token_store=MemoryStore())
    auth._manager.get(20)
    assert [event[0] for event in events()] == ["obtained"]


def test_a_fault_of_the_store_is_told(server, events):
    """P69: of a store of one's own, and of those that encrypt."""

    class Broken(MemoryStore):
        def load(self, key):
            raise OSError("no disk")

    auth = BearerAuth(server.url, ClientCredentials(*server.client), token_store=Broken())
    assert call(auth, server.url) == 200
    assert [(event, "no disk" in text) for event, _, text in events()] == [
        ("store fault", True),
        ("obtained", False),
    ]


def test_a_token_that_never_ends_is_told_without_an_end(events):
    auth = BearerAuth("acme.outsystems.dev", FromCallable(lambda: "abc-def"))
    asyncio.run(auth._manager.get_async(20))
    ((event, fingerprint, _),) = events()
    assert (event, fingerprint) == ("obtained", mark("abc-def"))


# Keys.


def token():
    return Token("abc", obtained_at=1.0, expires_at=4_000_000_000.0)


def test_a_key_is_replaced_while_processes_run_with_the_old_one(tmp_path):
    """P69: both keys open, the first seals; after the last step the old one is worthless."""
    pytest.importorskip("cryptography")
    old, both, turned, new = (
        EncryptedFileStore(tmp_path, key=key) for key in (OLD, (OLD, NEW), (NEW, OLD), NEW)
    )
    old.save("k", token())
    assert both.load("k") == turned.load("k") == token()
    assert new.load("k") is None
    both.save("k", token())
    assert old.load("k") == token()
    turned.save("k", token())
    assert both.load("k") == new.load("k") == token()
    assert old.load("k") is None


def test_the_variable_holds_several_keys(monkeypatch, tmp_path):
    """P69: with commas between; one that is none is an error that shows none of them."""
    pytest.importorskip("cryptography")
    texts = [base64.b64encode(key).decode() for key in (NEW, OLD)]
    monkeypatch.setenv("ODC_TOKEN_CACHE_KEY", " , ".join(texts))
    assert EnvironmentKey()() == (NEW, OLD)
    EncryptedFileStore(tmp_path, key=OLD).save("k", token())
    assert EncryptedFileStore(tmp_path).load("k") == token()
    for wrong in (texts[0] + ",", "," + texts[0], texts[0] + texts[1], f"{texts[0]},abc"):
        monkeypatch.setenv("ODC_TOKEN_CACHE_KEY", wrong)
        with pytest.raises(ConfigurationError, match="32 bytes in base64") as caught:
            EncryptedFileStore(tmp_path)
        assert texts[0][:10] not in str(caught.value)


@pytest.mark.parametrize("keys", [(), (OLD, b"short"), [b""]])
def test_keys_of_a_wrong_length_are_refused(tmp_path, keys):
    pytest.importorskip("cryptography")
    with pytest.raises(ConfigurationError, match="key"):
        EncryptedFileStore(tmp_path, key=keys)


def test_an_entry_that_no_key_opens_is_told():
    pytest.importorskip("cryptography")
    sealed = Cipher(OLD, NEW).seal(b"text", "k")
    assert Cipher(NEW, OLD).open(sealed, "k") == b"text"
    with pytest.raises(Unreadable, match="another key"):
        Cipher(NEW, OTHER).open(sealed, "k")
    with pytest.raises(Unreadable, match="another key"):
        Cipher(OLD).open(sealed, "other")


# Certificates that nobody checks.


@pytest.fixture
def fresh(monkeypatch):
    monkeypatch.setattr(trust, "_TOLD", set())


def unchecked():
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


@pytest.mark.usefixtures("fresh")
@pytest.mark.parametrize("kind", [LabClient, AsyncLabClient])
@pytest.mark.parametrize("how", ["verify=False", "a context", "an own client"])
def test_certificates_that_nobody_checks_are_warned_of(caplog, kind, how):
    """P69: once for each host, however that was switched off."""
    http = httpx.Client if kind is LabClient else httpx.AsyncClient
    settings = {
        "verify=False": {"verify": False},
        "a context": {"verify": unchecked()},
        "an own client": {"http_client": http(verify=False)},
    }[how]
    for portal in ("acme.outsystems.dev", "acme.outsystems.dev", "other.outsystems.dev"):
        kind(portal, **settings)
    assert [record.getMessage() for record in caplog.records if record.name == "odc_client"] == [
        f"the certificate of https://{name}.outsystems.dev is not checked (verify=False):"
        " whoever answers gets the credential"
        for name in ("acme", "other")
    ]


@pytest.mark.usefixtures("fresh")
def test_the_loopback_and_checked_certificates_are_not_warned_of(caplog):
    """P69: a warning that comes always is none."""
    for settings in ({"verify": True}, {"http_client": httpx.Client()}):
        LabClient("acme.outsystems.dev", **settings)
    for portal in ("https://127.0.0.1:1", "https://localhost", "http://127.0.0.1:1", "https://[::1]:1"):
        LabClient(portal, verify=False)
    assert [record for record in caplog.records if record.name == "odc_client"] == []


@pytest.mark.usefixtures("fresh")
def test_a_credential_that_checks_no_certificates_is_warned_of(caplog, monkeypatch):
    """P69: `verify=False` of the credential alone."""

    def refuse(*args, **settings):
        raise httpx.ConnectError("refused")

    monkeypatch.setattr(httpx.Client, "send", refuse)
    source = ClientCredentials("a", "b", verify=False, timeout=0.1)
    with pytest.raises(Exception, match="openid-configuration"):
        BearerAuth("acme.outsystems.dev", source)._manager.get(20)
    assert "the certificate of https://acme.outsystems.dev is not checked" in caplog.text


# The environment.


def test_an_environment_that_is_not_trusted_names_no_credentials(monkeypatch, server):
    """P69: neither a program to run, nor a module to import, nor further hosts for the secret."""
    monkeypatch.setenv("ODC_CREDENTIALS", "command:false")
    monkeypatch.setenv("ODC_CLIENT_ID", server.client[0])
    monkeypatch.setenv("ODC_CLIENT_SECRET", server.client[1])
    trusting, wary = (
        BearerAuth(Portal(server.url, trust_environment=trust), token_store=MemoryStore())
        for trust in (True, False)
    )
    with pytest.raises(Exception, match="false"):
        trusting._manager.get(20)
    assert wary._manager.get(20).token.access_token.reveal() == server.issued[-1]
    server.token_endpoint = server.token_url.replace("127.0.0.1", "localhost")
    monkeypatch.setenv("ODC_TOKEN_HOSTS", "localhost")
    assert server.tokens


def test_an_environment_that_is_not_trusted_names_no_proxy(monkeypatch, server):
    """P69: for the calls and for the token alike."""

    class Client(LabClient):
        _hook = BearerAuth

    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    for name in ("NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    for trusted in (True, False):
        client = Client(
            server.url,
            credentials=ClientCredentials(*server.client, timeout=0.5),
            token_store=MemoryStore(),
            retry=False,
            trust_environment=trusted,
        )
        if trusted:
            with pytest.raises(Exception, match=r"proxy http://127\.0\.0\.1:1"):
                client.things.delete()
        else:
            client.things.delete()
    assert len(server.tokens) == 1
