"""A client that is used before its process forks: each process has connections of its own."""

import asyncio
import logging
import os
import signal
import threading
import time
import warnings
from uuid import uuid4

import pytest
from odc_runtime.errors.base import ClientClosed
from odc_runtime.kernel._http import httpx

from tests.runtime.loopback import Loopback, answer
from tests.runtime.sample import AsyncLabClient, LabClient

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")

WORKERS, CALLS = 5, 1000  # of each kind of client: 10,000 calls in all


def echo(asked):
    """Answer with the very thing that was asked for."""
    return answer(200, {"key": asked.path.rpartition("/")[2], "name": "One"})


@pytest.fixture
def server():
    with Loopback() as server:
        server.handle = echo
        yield server


@pytest.fixture
def busy():
    """Return the URL of such a server in a process of its own; nothing is logged, for there is too much."""
    server = Loopback()
    server.handle = echo
    logging.disable(logging.CRITICAL)
    pid, out = forked(server.http.serve_forever)
    yield server.url
    logging.disable(logging.NOTSET)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(out)
    server.http.server_close()


def ask(client):
    key = str(uuid4())
    return str(client.things.get(key).key) != key


async def ask_async(client):
    key = str(uuid4())
    return str((await client.things.get(key)).key) != key


def forked(work):
    """Run `work` in a forked child; return its process id and the pipe of its result."""
    out, into = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # forking with threads is the very point here
        pid = os.fork()
    if pid:
        os.close(into)
        return pid, out
    told = "died"
    try:
        told = work()
    except BaseException as error:
        told = f"{type(error).__name__}: {error}"
    finally:
        os.write(into, str(told).encode()[:4000])
        os._exit(0)


def results(children):
    found = []
    for pid, out in children:
        with os.fdopen(out, "rb") as pipe:
            found.append(pipe.read().decode())
        os.waitpid(pid, 0)
    return found


def test_workers_forked_under_load_get_no_answer_of_another(busy):
    """P51: 5,000 calls in forked workers, while the parent goes on calling: no wrong answer."""
    client, stop, wrong = LabClient(busy), threading.Event(), []

    def load():
        while not stop.is_set():
            wrong.append(ask(client))
            time.sleep(0.002)

    threads = [threading.Thread(target=load) for _ in range(2)]
    [thread.start() for thread in threads]
    ask(client)
    children = [forked(lambda: sum(ask(client) for _ in range(CALLS))) for _ in range(WORKERS)]
    found = results(children)
    stop.set()
    [thread.join() for thread in threads]
    assert found == ["0"] * WORKERS
    assert not any(wrong)
    client.close()


def test_workers_of_the_asyncio_client_get_no_answer_of_another(busy):
    """P51: 5,000 calls of tasks in forked workers, and the parent's loop goes on."""
    loop = asyncio.new_event_loop()
    client = AsyncLabClient(busy)

    async def crowd(most=CALLS):
        async def some():
            return sum([await ask_async(client) for _ in range(most // 10)])

        return sum(await asyncio.gather(*(some() for _ in range(10))))

    assert loop.run_until_complete(crowd(50)) == 0
    children = [forked(lambda: asyncio.run(crowd())) for _ in range(WORKERS)]
    assert loop.run_until_complete(crowd(50)) == 0
    assert results(children) == ["0"] * WORKERS
    assert loop.run_until_complete(crowd(50)) == 0
    loop.run_until_complete(client.aclose())
    loop.close()


def test_the_parents_connection_survives_a_child_that_closes_its_client(server):
    with LabClient(server.url) as client:
        ask(client)

        def work():
            ask(client)
            client.close()
            return 0

        assert results([forked(work)]) == ["0"]
        before = len(server.asked)
        assert not ask(client)
        assert len(server.asked) == before + 1


def test_a_grandchild_has_connections_of_its_own(server):
    with LabClient(server.url) as client:
        ask(client)

        def work():
            ask(client)
            return results([forked(lambda: sum(ask(client) for _ in range(50)))])

        assert results([forked(work)]) == ["['0']"]


def test_an_http_client_of_ones_own_with_connections_is_refused_in_the_child(server):
    """P51: its connections are another process's; the error says what to do."""
    with httpx.Client() as own, LabClient(server.url, http_client=own) as client:
        ask(client)
        (told,) = results([forked(lambda: ask(client))])
        assert told.startswith("ClientClosed")
        assert "after the fork" in told
        assert not ask(client)


def test_an_http_client_of_ones_own_that_nobody_used_serves_the_child(server):
    with httpx.Client() as own, LabClient(server.url, http_client=own) as client:
        assert results([forked(lambda: sum(ask(client) for _ in range(20)))]) == ["0"]


def test_an_http_client_without_connections_serves_the_child():
    def handler(request):
        return httpx.Response(200, json={"key": request.url.path.rpartition("/")[2]})

    own = httpx.Client(transport=httpx.MockTransport(handler))
    client = LabClient("http://127.0.0.1", http_client=own)
    ask(client)
    assert results([forked(lambda: int(ask(client)))]) == ["0"]


def test_a_closed_client_stays_closed_in_the_child(server):
    client = LabClient(server.url)
    ask(client)
    client.close()
    (told,) = results([forked(lambda: ask(client))])
    assert told.startswith(ClientClosed.__name__)
