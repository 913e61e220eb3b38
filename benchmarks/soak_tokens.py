"""How many token requests a crowd causes: on a cold start, after a 401, after a refusal."""

import asyncio
import multiprocessing
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import httpx
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.memory import MemoryStore
from odc_runtime.auth.no_token import InvalidClient
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.stores.file import EncryptedFileStore
from odc_runtime.auth.stores.redis import RedisStore

from benchmarks.soak_table import Row
from tests.runtime.auth.token_server import TokenServer

THREADS, TASKS, PROCESSES, REFUSED, CALLS = 50, 100, 8, 50, 10
KEY = bytes(range(32))
PATH = "/api/users"


def run():
    """Count, with a server of its own each time; every token request takes 0.2 s, so that a race shows."""
    yield _row(f"{THREADS} threads, cold: token requests", 1, _threads)
    yield _row(f"{TASKS} asyncio tasks, cold: token requests", 1, _tasks)
    yield _row(f"{PROCESSES} processes that share files, cold: token requests", 1, _processes_with_files)
    if shutil.which("redis-server"):
        yield _row(f"{PROCESSES} processes that share Redis, cold: token requests", 1, _processes_with_redis)
    else:
        print("redis-server is missing: not measured (Debian: apt-get install redis-server)", file=sys.stderr)
    yield _row(f"{REFUSED} threads whose token is refused (401): refreshes", 1, _refused)
    yield _row(f"{CALLS} calls with a wrong secret (invalid_client): token requests", 1, _wrong_secret)


def _row(what, wanted, measure):
    with TokenServer() as server:
        server.delay = 0.2
        measured = measure(server)
    return Row(what, str(measured), str(wanted), measured == wanted)


def hook(server, store=None):
    """The hook of a client that has no token yet."""
    return BearerAuth(server.url, ClientCredentials(*server.client), token_store=store or MemoryStore())


def _at_once(count, action):
    """Run `action` on `count` threads that start together; raise what one of them raised."""
    barrier, failures = threading.Barrier(count), []

    def work():
        barrier.wait()
        try:
            action()
        except Exception as error:  # noqa: BLE001 - told by the thread that asked
            failures.append(error)

    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]


def _threads(server):
    with httpx.Client(auth=hook(server), timeout=30) as http:
        _at_once(THREADS, lambda: http.get(server.url + PATH).raise_for_status())
    return len(server.tokens)


def _tasks(server):
    async def all_at_once():
        async with httpx.AsyncClient(auth=hook(server), timeout=30) as http:
            answers = await asyncio.gather(*(http.get(server.url + PATH) for _ in range(TASKS)))
        assert {answer.status_code for answer in answers} == {200}

    asyncio.run(all_at_once())
    return len(server.tokens)


def _refused(server):
    with httpx.Client(auth=hook(server), timeout=30) as http:
        http.get(server.url + PATH).raise_for_status()
        server.revoked.add(server.issued[0])
        _at_once(REFUSED, lambda: http.get(server.url + PATH).raise_for_status())
    return len(server.tokens) - 1


def _wrong_secret(server):
    server.clients["client"] = "another-secret"
    with httpx.Client(auth=hook(server)) as http:
        for _ in range(CALLS):
            try:
                http.get(server.url + PATH)
            except InvalidClient:
                continue
            raise AssertionError("a wrong secret was taken")
    return len(server.tokens)


def _processes_with_files(server):
    with tempfile.TemporaryDirectory() as folder:
        return _processes(server, str(Path(folder) / "cache"))


def _processes_with_redis(server):
    with redis_server() as url:
        return _processes(server, url)


def _processes(server, place):
    spawn = multiprocessing.get_context("spawn")
    barrier, statuses = spawn.Barrier(PROCESSES), spawn.Queue()
    arguments = (server.url, server.client, place, barrier, statuses)
    workers = [spawn.Process(target=call_once, args=arguments) for _ in range(PROCESSES)]
    for worker in workers:
        worker.start()
    found = [statuses.get(timeout=120) for _ in workers]
    for worker in workers:
        worker.join()
    assert found == [200] * PROCESSES, found
    return len(server.tokens)


def call_once(portal, client, place, barrier, statuses):
    """Call the API from a process of its own, when all the others are ready."""
    store = RedisStore(place, key=KEY) if place.startswith("redis:") else EncryptedFileStore(place, key=KEY)
    auth = BearerAuth(portal, ClientCredentials(*client), token_store=store)
    with httpx.Client(auth=auth, timeout=30) as http:
        barrier.wait(120)
        statuses.put(http.get(portal + PATH).status_code)


@contextmanager
def redis_server():
    """Run a redis-server that keeps nothing; yield its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        command = ["redis-server", "--bind", "127.0.0.1", "--port", str(port), "--save", "", "--dir", folder]
        server = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        try:
            _wait_for(port)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()
            server.wait(10)


def _wait_for(port):
    for _ in range(200):
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"nothing listens on port {port}")
