"""Whom a slow refresh, a held lock and a killed process keep waiting, and for how long."""

import asyncio
import multiprocessing
import os
import signal
import statistics
import tempfile
import threading
import time
from pathlib import Path

import httpx
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.clock import SYSTEM_CLOCK
from odc_runtime.auth.memory import MemoryStore
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.stores.file import EncryptedFileStore

from benchmarks.soak_table import Row
from benchmarks.soak_tokens import KEY, PATH
from tests.runtime.auth.token_server import TokenServer

SPAWN = multiprocessing.get_context("spawn")
REFRESH, HELD = 2.0, 2.0
THREADS = 10
BEFORE_EXPIRY = 600.0  # within the advisory window (900 s), before the mandatory one (300 s)


def run():
    """Measure; the API is answered without a network, so that only the client itself is seen."""
    yield _refresh()
    yield _lag()
    yield _killed_holder()


class ShiftedClock:
    """The system's clocks, some time ahead."""

    sleep = SYSTEM_CLOCK.sleep

    def __init__(self):
        self.shift = 0.0

    def wall(self):
        """Return the shifted wall clock."""
        return SYSTEM_CLOCK.wall() + self.shift

    def monotonic(self):
        """Return the shifted monotonic clock."""
        return SYSTEM_CLOCK.monotonic() + self.shift


def _ok(_):
    return httpx.Response(200, json={})


def _refresh():
    clock = ShiftedClock()
    with TokenServer() as server:
        credentials = ClientCredentials(*server.client, clock=clock)
        auth = BearerAuth(server.url, credentials, token_store=MemoryStore(), clock=clock)
        with httpx.Client(auth=auth, transport=httpx.MockTransport(_ok)) as http:
            http.get(server.url + PATH)
            clock.shift = server.expires_in - BEFORE_EXPIRY
            server.delay = REFRESH
            taken = _calls_during(lambda: http.get(server.url + PATH), server)
        assert len(server.tokens) == 2, server.tokens
    p99 = 1000 * statistics.quantiles(taken, n=100)[98]
    what = f"p99 of {len(taken)} calls on {THREADS} threads during a refresh of {REFRESH:g} s"
    return Row(what, f"{p99:.1f} ms", "< 5 ms", p99 < 5)


def _calls_during(call, server):
    """Call on several threads, each some 100 times a second, during the refresh; return the seconds."""
    taken, end = [], time.monotonic() + REFRESH

    def work():
        while time.monotonic() < end:
            begin = time.perf_counter()
            call()
            taken.append(time.perf_counter() - begin)
            time.sleep(0.01)

    threads = [threading.Thread(target=work) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    while len(server.issued) < 2 and time.monotonic() < end + 30:
        time.sleep(0.01)
    return taken


def _lag():
    with tempfile.TemporaryDirectory() as folder, TokenServer() as server:
        waited, lags = asyncio.run(_lag_while_held(server, Path(folder) / "cache"))
    assert waited > HELD / 2, "the lock was not held"
    p99, most = 1000 * statistics.quantiles(lags, n=100)[98], 1000 * max(lags)
    what = f"lag of the event loop while another process holds the lock for {HELD:g} s: p99 (most)"
    return Row(what, f"{p99:.1f} ms ({most:.1f} ms)", "< 50 ms", p99 < 50)


async def _lag_while_held(server, folder):
    credentials = ClientCredentials(*server.client)
    key = await asyncio.to_thread(_key_of, server, credentials)
    ready = SPAWN.Event()
    holder = SPAWN.Process(target=hold, args=(str(folder), key, HELD, ready))
    holder.start()
    await asyncio.to_thread(ready.wait, 60)
    lags = []
    probing = asyncio.create_task(_probe(lags))
    auth = BearerAuth(server.url, credentials, token_store=EncryptedFileStore(folder, key=KEY))
    begin = time.monotonic()
    async with httpx.AsyncClient(auth=auth, transport=httpx.MockTransport(_ok)) as http:
        await asyncio.gather(*(http.get(server.url + PATH) for _ in range(20)))
    waited = time.monotonic() - begin
    probing.cancel()
    await asyncio.to_thread(holder.join)
    return waited, lags


async def _probe(lags):
    while True:
        begin = time.perf_counter()
        await asyncio.sleep(0.005)
        lags.append(time.perf_counter() - begin - 0.005)


class Listening:
    """A store that only tells under which key it is asked."""

    def __init__(self):
        self.keys = []

    def load(self, key):
        """Note the key."""
        self.keys.append(key)

    def save(self, key, token):
        """Keep nothing."""


def _key_of(server, credentials):
    store = Listening()
    auth = BearerAuth(server.url, credentials, token_store=store)
    with httpx.Client(auth=auth, transport=httpx.MockTransport(_ok)) as http:
        http.get(server.url + PATH)
    return store.keys[0]


def hold(folder, key, seconds, ready):
    """Hold the lock of a token, in a process of its own."""
    with EncryptedFileStore(folder, key=KEY).lock(key) as held:
        assert held
        ready.set()
        time.sleep(seconds)


def _killed_holder():
    with tempfile.TemporaryDirectory() as folder:
        ready = SPAWN.Event()
        holder = SPAWN.Process(target=hold, args=(folder, "key", 60.0, ready))
        holder.start()
        ready.wait(60)
        os.kill(holder.pid, signal.SIGKILL)
        begin = time.monotonic()
        with EncryptedFileStore(folder, key=KEY).lock("key") as held:
            seconds = time.monotonic() - begin
        holder.join()
    what = "until the lock of a process that was killed with kill -9 is free"
    return Row(what, f"{seconds * 1000:.0f} ms", "< 1000 ms", held and seconds < 1)
