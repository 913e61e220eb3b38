"""The Redis store, against a real redis-server: sealed, expiring, locking, and harmless when it is down."""

import multiprocessing
import os
import pickle
import signal
import socket
import sys
import threading
import time
import uuid

import pytest
import redis
from odc_runtime.auth.stores.redis import RedisStore
from odc_runtime.errors.base import ConfigurationError

from tests.runtime.auth.store_workers import KEY, NAME, fetch_once, hold, token, warnings_of_the_client

pytestmark = pytest.mark.redis
SPAWN = multiprocessing.get_context("spawn")


@pytest.fixture
def server(redis_url):
    """A client of the real server, emptied."""
    with redis.Redis.from_url(redis_url) as client:
        client.flushall()
        yield client


@pytest.fixture
def store(redis_url, server):
    return RedisStore(redis_url, key=KEY)


@pytest.fixture
def warnings():
    with warnings_of_the_client() as texts:
        yield texts


@pytest.fixture
def held_by_another(redis_url, server):
    """A process that holds the lock until it is killed."""
    ready = SPAWN.Event()
    process = SPAWN.Process(target=hold, args=(redis_url, ready))
    process.start()
    assert ready.wait(60)
    yield process
    process.kill()
    process.join(30)


def kept(server, kind="token"):
    return server.keys(f"*:{kind}:*")


def seconds_to_lock(store):
    begin = time.monotonic()
    with store.lock(NAME) as held:
        assert held
        return time.monotonic() - begin


def test_what_one_machine_saves_another_loads(redis_url, store):
    saved = token()
    store.save(NAME, saved)
    loaded = RedisStore(redis_url, key=KEY).load(NAME)
    assert loaded == saved
    assert (loaded.obtained_at, loaded.expires_at) == (saved.obtained_at, saved.expires_at)
    assert store.load("another") is None


@pytest.mark.parametrize("text_answers", [False, True])
def test_a_client_of_the_callers_own_is_used(redis_url, server, text_answers):
    """A client that decodes every answer to text works as well."""
    with redis.Redis.from_url(redis_url, decode_responses=text_answers) as client:
        store = RedisStore(client, key=KEY, prefix="mine")
        with store.lock(NAME) as held:
            assert held
            store.save(NAME, token())
        assert store.load(NAME) == token()
        assert server.keys("mine:*")


def test_the_entry_leaves_with_the_token(server, store):
    """P40: the time to live is the token's own."""
    store.save(NAME, token(life=100))
    (name,) = kept(server)
    assert 95_000 < server.pttl(name) <= 100_000
    store.save(NAME, token(life=0.2))
    time.sleep(0.4)
    assert not kept(server)


def test_redis_sees_neither_token_nor_key(server, store):
    """P40: what Redis holds is encrypted with the same cipher as the files."""
    store.save(NAME, token("plain-text-token"))
    held = b"".join(name + server.get(name) for name in server.keys("*"))
    assert b"plain-text-token" not in held
    assert b"Bearer" not in held
    assert KEY not in held


@pytest.mark.parametrize(
    "spoiled", [b"", b"x", b"b2RjLXRva2Vu", b"\xff\xfe", b"!", "cut", "swapped", "wrong key"]
)
def test_an_entry_that_cannot_be_trusted_is_a_miss_with_one_warning(
    redis_url, server, store, warnings, spoiled
):
    """P41: truncated, tampered with, of another key or of another entry."""
    store.save(NAME, token())
    store.save("another", token())
    (name,) = server.keys(f"*{NAME}")
    key = KEY
    if spoiled == "cut":
        server.set(name, server.get(name)[:-4])
    elif spoiled == "swapped":
        server.set(name, server.get(server.keys("*another")[0]))
    elif spoiled == "wrong key":
        key = bytes(32)
    else:
        server.set(name, spoiled)
    reader = RedisStore(redis_url, key=key)
    assert [reader.load(NAME) for _ in range(3)] == [None] * 3
    assert len(warnings) == 1
    reader.save(NAME, token("again"))
    assert reader.load(NAME) == token("again")


def test_removing_deletes_the_key(server, store):
    """P45: save(key, None) removes the token for the whole fleet."""
    store.save(NAME, token())
    store.save(NAME, None)
    assert not kept(server)
    assert store.load(NAME) is None


def test_eight_processes_fetch_once(redis_url, server, tmp_path):
    """P16: 8 processes that share Redis, cold: exactly 1 token request."""
    barrier, requests = SPAWN.Barrier(8), tmp_path / "requests"
    arguments = (redis_url, str(requests), barrier)
    workers = [SPAWN.Process(target=fetch_once, args=arguments) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(100)
        assert worker.exitcode == 0
    assert len(requests.read_text().splitlines()) == 1
    assert not kept(server, "lock")


def test_the_lease_of_a_killed_holder_ends(redis_url, held_by_another):
    """P20: over a network no kernel frees the lock; a lease of 3 s does."""
    with RedisStore(redis_url, key=KEY, lock_timeout=0.1).lock(NAME) as held:
        assert not held
    os.kill(held_by_another.pid, signal.SIGKILL)
    assert seconds_to_lock(RedisStore(redis_url, key=KEY)) < 5


def test_a_living_holder_keeps_its_lease(redis_url, server):
    """P16: a token request slower than the lease is still the only one."""
    slow = RedisStore(redis_url, key=KEY, lease=0.3)
    with slow.lock(NAME) as held:
        assert held
        time.sleep(1.2)
        with RedisStore(redis_url, key=KEY, lease=0.3, lock_timeout=0.1).lock(NAME) as second:
            assert not second
    assert not kept(server, "lock")


def test_a_lost_lease_is_not_released_for_its_new_owner(redis_url, server):
    """P20: the release checks whose lock it is."""
    with RedisStore(redis_url, key=KEY, lease=30).lock(NAME):
        (name,) = kept(server, "lock")
        server.set(name, "another machine")
    assert server.get(name) == b"another machine"


def test_no_thread_stays_behind(redis_url, server):
    """P19: the renewal ends with the lock, also after an error."""
    store = RedisStore(redis_url, key=KEY, lease=60)
    for error in (ValueError, KeyboardInterrupt):
        with pytest.raises(error), store.lock(NAME):
            raise error
        assert seconds_to_lock(store) < 1
    deadline = time.monotonic() + 10
    while (
        left := [one for one in threading.enumerate() if "_renew" in one.name]
    ) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not left


def test_a_wait_for_the_lock_is_bounded(redis_url, held_by_another, warnings):
    """P7: past the wait the caller goes on, with one warning."""
    store = RedisStore(redis_url, key=KEY, lock_timeout=0.2)
    for _ in range(2):
        with store.lock(NAME) as held:
            assert not held
    assert len(warnings) == 1


@pytest.fixture
def silent_port():
    """A port that takes connections and never answers."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        yield listener.getsockname()[1]


@pytest.fixture
def closed_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@pytest.mark.parametrize("kind", ["closed", "silent"])
def test_redis_down_leaves_memory(request, warnings, monkeypatch, kind):
    """P44: memory only, one warning, and no wait at each call for a server that does not answer."""
    from odc_runtime.auth.stores import redis as module

    monkeypatch.setattr(module, "SECONDS_TO_ANSWER", 0.3)
    port = request.getfixturevalue(f"{kind}_port")
    store = RedisStore(f"redis://user:hunter2@127.0.0.1:{port}/0", key=KEY)
    begin = time.monotonic()
    for _ in range(20):
        with store.lock(NAME):
            store.save(NAME, token())
        assert store.load(NAME) == token()
    assert time.monotonic() - begin < 5
    assert len(warnings) == 1
    assert "hunter2" not in warnings[0] + repr(store) + repr(vars(store)) + repr(vars(store._place))


def test_redis_that_comes_back_is_used_again(redis_url, server, warnings, monkeypatch):
    """P44: the fleet shares again when it can; a newer token there beats what memory kept."""

    class Unsteady(redis.Redis):
        down = False

        def execute_command(self, *arguments, **options):
            if self.down:
                raise redis.ConnectionError("Connection reset by peer")
            return super().execute_command(*arguments, **options)

    clock = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: clock)
    with Unsteady.from_url(redis_url) as client:
        store = RedisStore(client, key=KEY)
        with store.lock(NAME) as held:
            assert held
            client.down = True  # so the release fails, too
        store.save(NAME, token("memory", life=600))
        assert store.load(NAME) == token("memory")
        client.down = False
        RedisStore(redis_url, key=KEY).save(NAME, token("newer"))
        clock += 31
        assert store.load(NAME) == token("newer")
        store.save(NAME, token("newest"))
        assert RedisStore(redis_url, key=KEY).load(NAME) == token("newest") == store.load(NAME)
    assert len(warnings) == 1


@pytest.mark.parametrize(
    "address", ["localhost:6379", "http://localhost", "", "redis://:hunter2#x@localhost"]
)
def test_a_wrong_address_is_a_clear_error(address):
    """P36: and the error does not repeat the password in it."""
    with pytest.raises(ConfigurationError, match="address of a Redis server") as caught:
        RedisStore(address, key=KEY)
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize("missing", ["redis", "cryptography"])
def test_a_missing_distribution_is_named(monkeypatch, missing):
    """P40: an error with what to install."""
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ConfigurationError, match=f"pip install {missing}"):
        RedisStore("redis://127.0.0.1:1/0", key=KEY)


def test_it_is_not_pickled(store):
    """P34: it holds the key and connections."""
    with pytest.raises(TypeError, match="make one in each process"):
        pickle.dumps(store)


def test_prefixes_separate_projects(redis_url, server):
    """P42: two projects in one database."""
    one, two = (RedisStore(redis_url, key=KEY, prefix=uuid.uuid4().hex) for _ in range(2))
    one.save(NAME, token())
    assert two.load(NAME) is None
