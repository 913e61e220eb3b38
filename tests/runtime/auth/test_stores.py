"""How the hook uses a token store: keys, double check, faults and logging out."""

import asyncio
import contextlib
import logging
import threading
import time

import pytest
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.memory import MemoryStore
from odc_runtime.auth.no_token import CredentialsUnavailable
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.sources.file import TokenFile
from odc_runtime.auth.tokens import Credential, Token

from tests.runtime.auth.clocks import until


class Plain:
    """The smallest store: two methods."""

    def __init__(self):
        self.kept, self.loads, self.saves = {}, [], []

    def load(self, key):
        self.loads.append(key)
        return self.kept.get(key)

    def save(self, key, token):
        self.saves.append((key, token))
        self.kept[key] = token


def portable(token):
    """A token as it comes from another process: without a deadline."""
    return Token(token.access_token, obtained_at=token.obtained_at, expires_at=token.expires_at)


def auth_of(server, store, source=None, **options):
    return BearerAuth(server.url, source or ClientCredentials(*server.client), token_store=store, **options)


def get(auth):
    return auth._manager.get(20).token.access_token.reveal()


def test_a_store_of_two_methods_shares_tokens(server):
    """P16: what one process saved, another one uses."""
    store = Plain()
    assert get(auth_of(server, store)) == "token-1"
    [(key, token)] = store.saves
    assert (len(key), token.access_token.reveal()) == (64, "token-1")
    store.kept[key] = portable(token)
    assert get(auth_of(server, store)) == "token-1"
    assert len(server.tokens) == 1


def test_keys_differ_by_everything_that_makes_a_token(server, other):
    """P42: issuer, token endpoint, client, scope and secret: no two share a key."""
    store = Plain()
    for one in (server, other):
        one.clients |= {"second": "x", "client": one.client[1]}
        get(auth_of(one, store))
        get(auth_of(one, store, ClientCredentials(*one.client, scope="a")))
        get(auth_of(one, store, ClientCredentials("second", "x")))
        one.clients["client"] = "rotated"
        get(auth_of(one, store, ClientCredentials("client", "rotated")))
        get(auth_of(one, store, ClientCredentials("client", "rotated", token_endpoint=one.token_url)))
    keys = [key for key, _ in store.saves]
    assert len(set(keys)) == len(keys) == 10
    assert not [key for key in keys if "client" in key or "rotated" in key]


def test_the_same_request_has_the_same_key(server):
    """P42: how the secret is sent and where it comes from does not matter."""
    store = Plain()
    get(auth_of(server, store))
    get(auth_of(server, store, ClientCredentials(*server.client, auth_method="client_secret_basic")))
    assert len(store.saves) == 1


def test_plain_credentials_are_not_stored(server, tmp_path):
    path = tmp_path / "token"
    path.write_text("abc")
    store = Plain()
    for source in (lambda: Credential("abc"), TokenFile(path)):
        get(auth_of(server, store, source))
    assert store.loads == store.saves == []


class Racing(Plain):
    """A store in which another process puts a token while we wait for the lock."""

    def __init__(self, token):
        super().__init__()
        self.token, self.held = token, []

    @contextlib.contextmanager
    def lock(self, key):
        self.kept[key] = self.token
        self.held.append(key)
        yield True


@pytest.mark.parametrize("moment", ["cold", "advisory", "mandatory", "expired", "refused"])
def test_a_newer_token_in_the_store_is_used(server, clock, moment):
    """P43: after the lock the store is looked at again, and the token of another process used."""
    source = ClientCredentials(*server.client, clock=clock)
    store = Racing(None)
    auth = auth_of(server, store, source, clock=clock)
    if moment != "cold":
        get(auth)
        clock.advance({"advisory": 42400, "mandatory": 43000, "expired": 43300, "refused": 100}[moment])
    now = clock.wall()
    store.token = Token("theirs", obtained_at=now - 5, expires_at=now + 43195)
    if moment == "refused":
        manager = auth._manager
        assert manager.replace(manager.held, 5).token.access_token.reveal() == "theirs"
    else:
        get(auth)
        until(lambda: auth._manager._pending is None)
        assert get(auth) == "theirs"
    assert len(server.tokens) == (0 if moment == "cold" else 1)


@pytest.mark.parametrize(
    ("obtained", "ends"),
    [(-43200, -1), (-43200, 200), (90_000, 99_000), (-43000, 150)],
    ids=["expired", "about to expire", "from the future", "older than ours"],
)
def test_a_worse_token_in_the_store_is_replaced(server, clock, obtained, ends):
    """P43: only a token that is worth it is taken; P41: one from the future is none."""
    source = ClientCredentials(*server.client, clock=clock)
    store = Racing(None)
    auth = auth_of(server, store, source, clock=clock)
    get(auth)
    clock.advance(43000)
    now = clock.wall()
    store.token = Token("theirs", obtained_at=now + obtained, expires_at=now + ends)
    assert get(auth) == "token-2"


def test_a_refused_token_is_not_taken_from_the_store_again(server):
    """P27: the store still holds the refused token; it is replaced there, too."""
    store = Plain()
    auth = auth_of(server, store)
    get(auth)
    key = store.saves[0][0]
    store.kept[key] = portable(store.kept[key])
    manager = auth._manager
    assert manager.replace(manager.held, 5).token.access_token.reveal() == "token-2"
    store.kept[key] = portable(store.kept[key])
    manager.drop(manager.held)
    assert get(auth) == "token-3"
    assert store.kept[key].access_token.reveal() == "token-3"


class Broken(Plain):
    """A store that fails at one thing, as a read-only disk, a full one or NFS without locks does."""

    def __init__(self, at):
        super().__init__()
        self.at = at

    def load(self, key):
        self._fail("load")
        return super().load(key)

    def save(self, key, token):
        self._fail("save")
        super().save(key, token)

    @contextlib.contextmanager
    def lock(self, key):
        self._fail("lock")
        yield True
        self._fail("unlock")

    def _fail(self, what):
        if self.at in (what, "everything"):
            raise OSError(28, f"no space left to {what}")


@pytest.mark.parametrize("at", ["load", "save", "lock", "unlock", "everything"])
def test_a_store_that_fails_costs_one_warning(server, clock, caplog, at):
    """P44: memory only, one warning, and the call succeeds; also at the next renewal."""
    source = ClientCredentials(*server.client, clock=clock)
    auth = auth_of(server, Broken(at), source, clock=clock)
    with caplog.at_level(logging.WARNING, "odc_client"):
        assert get(auth) == get(auth) == "token-1"
        clock.advance(43200)
        assert get(auth) == "token-2"
        auth.clear()
        assert get(auth) == "token-3"
    assert [record.levelname for record in caplog.records if record.levelno > logging.INFO] == ["WARNING"]
    assert "OSError" in caplog.text


def test_a_lock_that_is_not_free_in_time_is_done_without(server):
    """P44: another process that never lets go of the lock costs a wait, not the call."""

    class Busy(Plain):
        @contextlib.contextmanager
        def lock(self, key):
            yield False

    assert get(auth_of(server, Busy())) == "token-1"


def test_logging_out_removes_the_token_everywhere(server):
    """P45: clear() forgets the token in memory and in the store; the next call fetches a new one."""
    store = Plain()
    auth = auth_of(server, store)
    get(auth)
    auth.clear()
    assert list(store.kept.values()) == [None]
    assert auth._manager.held is None
    assert get(auth) == "token-2"


def test_logging_out_without_having_logged_in(server):
    """P45: a process that has not used the token yet removes it from the store, too."""
    store = Plain()
    get(auth_of(server, store))
    auth_of(server, store).clear()
    assert list(store.kept.values()) == [None]


def test_logging_out_asynchronously(server):
    """P45: aclear() does the same without blocking the loop, for async sources as well."""
    store = Plain()
    auth = auth_of(server, store)
    get(auth)
    asyncio.run(auth.aclear())
    assert list(store.kept.values()) == [None]

    async def source():
        return Credential("abc")

    asyncio.run(auth_of(server, store, source).aclear())


def test_what_is_on_its_way_is_not_kept_after_logging_out(server):
    """P45: a token that arrives after clear() does not come back into memory."""
    server.delay = 0.3
    store = Plain()
    auth = auth_of(server, store)
    thread = threading.Thread(target=get, args=(auth,))
    thread.start()
    until(lambda: server.tokens)
    auth.clear()
    thread.join()
    assert auth._manager.held is None


def test_logging_out_lets_a_refusal_be_forgotten(server, clock):
    source = ClientCredentials(*server.client, clock=clock)
    auth = auth_of(server, Plain(), source, clock=clock)
    server.clients = {}
    with pytest.raises(Exception, match="invalid_client"):
        get(auth)
    server.clients = dict([server.client])
    auth.clear()
    assert get(auth) == "token-1"


def test_the_memory_store_locks_each_key_by_itself():
    store = MemoryStore()
    with store.lock("a") as first, store.lock("b") as second:
        assert first
        assert second
    order = []

    def other():
        with store.lock("a"):
            order.append("other")

    with store.lock("a"):
        thread = threading.Thread(target=other)
        thread.start()
        time.sleep(0.05)
        order.append("first")
    thread.join()
    assert order == ["first", "other"]
    assert "token" in repr(store)


def test_logging_out_without_credentials(server):
    """P45: where there are no credentials there is nothing to forget."""

    def nothing():
        raise CredentialsUnavailable("switched off")

    store = Plain()
    auth_of(server, store, nothing).clear()
    assert store.saves == []
