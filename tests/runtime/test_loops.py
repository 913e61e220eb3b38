"""One asynchronous client on asyncio and on trio, over several loops, and with callers that are cancelled."""

import asyncio
import gc
import socket
import threading
import time
from contextlib import suppress

import anyio
import anyio.lowlevel
import pytest
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.no_token import TokenTimeout
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.tokens import Credential
from odc_runtime.errors.base import ClientClosed
from odc_runtime.kernel._http import httpx
from odc_runtime.kernel.loops import current_loop, outcome
from odc_runtime.policy.rates import RateBudget

from tests.runtime.auth.clocks import until
from tests.runtime.auth.token_server import TokenServer
from tests.runtime.loopback import answer
from tests.runtime.sample import THING, AsyncLabClient, AsyncLimitedClient

BACKENDS = ("asyncio", "trio")
PORTAL = "acme.outsystems.dev"
both = pytest.mark.parametrize("backend", BACKENDS)


class Client(AsyncLabClient):
    _hook = BearerAuth


class Portal:
    """Answers every request, and counts the connections that are open."""

    def __init__(self):
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=500)
        self.url = f"http://127.0.0.1:{self.listener.getsockname()[1]}"
        self.made = self.open = 0
        self.pause = 0.0
        self.lock = threading.Lock()
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with self.lock:
                self.made, self.open = self.made + 1, self.open + 1
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection):
        body = b'{"key": "3fa85f64-5717-4562-b3fc-2c963f66afa6", "name": "One"}'
        with suppress(OSError), connection:
            while connection.recv(65536):
                time.sleep(self.pause)
                connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n%s" % (len(body), body))
        with self.lock:
            self.open -= 1


@pytest.fixture
def portal():
    portal = Portal()
    with portal.listener:
        yield portal


@pytest.fixture
def server():
    with TokenServer() as server:
        yield server


async def crowd(client, count=20):
    names = []

    async def one():
        names.append((await client.things.get()).name)

    async with anyio.create_task_group() as group:
        for _ in range(count):
            group.start_soon(one)
    return names


async def happened(condition):
    await anyio.to_thread.run_sync(until, condition)


def run(backend, work, *arguments):
    return anyio.run(work, *arguments, backend=backend)


@pytest.mark.parametrize("order", [BACKENDS, BACKENDS[::-1], ("asyncio",) * 3, ("trio",) * 3], ids="-".join)
def test_one_client_serves_one_loop_after_another(portal, order):
    """P66: with connections of its own in each, which the end of the loop closes."""
    client = AsyncLabClient(portal.url)
    for backend in order:
        assert run(backend, crowd, client) == ["One"] * 20
        until(lambda: portal.open == 0)
    assert portal.made <= 20 * len(order)
    run("asyncio", client.aclose)
    with pytest.raises(ClientClosed):
        run("asyncio", client.things.get)
    gc.collect()


def test_one_client_serves_loops_of_several_threads_at_once(portal):
    """P66: 2,000 calls on two loops of asyncio and two of trio at the same time: each gets its answers."""
    client, found = AsyncLabClient(portal.url), []

    async def work():
        for _ in range(25):
            found.extend(await crowd(client, 20))

    threads = [threading.Thread(target=run, args=(backend, work)) for backend in BACKENDS * 2]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert found == ["One"] * 2000
    until(lambda: portal.open == 0)


def test_a_client_that_nobody_closes_leaves_no_connection_in_a_loop_that_goes_on(portal):
    async def main():
        client = AsyncLabClient(portal.url)
        await client.things.get()
        del client
        gc.collect()
        await happened(lambda: portal.open == 0)

    run("asyncio", main)


@both
def test_an_http_client_of_ones_own_is_refused_in_a_second_loop(portal, backend):
    """P66: its connections belong to the first; the error says what to do."""
    own = httpx.AsyncClient()
    client = AsyncLabClient(portal.url, http_client=own)

    async def first():
        await client.things.get()
        with pytest.raises(ClientClosed, match="another event loop; make the http_client and the client in"):
            await anyio.to_thread.run_sync(lambda: anyio.run(client.things.get, backend="asyncio"))
        assert (await client.things.get()).name == "One"
        await own.aclose()

    run(backend, first)


@both
def test_an_http_client_of_ones_own_without_connections_serves_any_loop(backend):
    own = httpx.AsyncClient(transport=httpx.MockTransport(lambda request: httpx.Response(200, json=THING)))
    client = AsyncLabClient(PORTAL, http_client=own)
    for kind in ("asyncio", backend):
        assert run(kind, crowd, client, 3) == ["One"] * 3


@both
def test_retries_budgets_and_renewals_wait_in_the_loop_that_runs(loopback, server, backend):
    """P66: the first retry, the first renewal and the first turn that waits."""
    loopback.handle = lambda asked: answer(200, THING)
    loopback.then(answer(503), answer(200, THING), answer(429, retry_after=0), answer(200, THING))

    async def main():
        async with AsyncLimitedClient(loopback.url, rate_limit=RateBudget(1000)) as client:
            assert await crowd(client, 2) == ["One"] * 2
        async with Client(server.url, credentials=ClientCredentials(*server.client)) as client:
            with anyio.fail_after(60):
                await client.things.delete(budget=50)

    run(backend, main)
    assert len(loopback.asked) == 4
    assert len(server.tokens) == 1


@both
def test_callers_that_are_cancelled_leave_the_renewal_to_the_others(server, backend):
    """P66: half of a crowd gives up while one token is fetched; the other half gets it."""
    server.delay = 0.5
    client, done, gave_up = Client(server.url, credentials=ClientCredentials(*server.client)), [], []

    async def one(patience):
        with anyio.move_on_after(patience) as scope:
            await client.things.delete()
            done.append(1)
        gave_up.append(scope.cancelled_caught)

    async def main():
        async with anyio.create_task_group() as group:
            for i in range(40):
                group.start_soon(one, 0.1 if i % 2 else None)

    run(backend, main)
    assert len(done) == 20
    assert sum(gave_up) == 20
    assert len(server.tokens) == 1


@both
def test_calls_that_are_cancelled_leave_no_connection_and_no_turn_behind(portal, backend):
    """P66: a hundred calls are cancelled on their way; the next ones go at once, over one connection."""
    portal.pause = 0.3
    own = {"limits": httpx.Limits(max_connections=1), "timeout": 30}

    async def main():
        async with httpx.AsyncClient(**own) as http, AsyncLabClient(portal.url, http_client=http) as client:
            async with anyio.create_task_group() as group:
                for _ in range(100):
                    group.start_soon(client.things.get)
                await anyio.sleep(0.1)
                group.cancel_scope.cancel()
            portal.pause = 0.0
            with anyio.fail_after(20):
                return await crowd(client, 10)

    assert run(backend, main) == ["One"] * 10
    until(lambda: portal.open == 0)


@both
def test_turns_of_cancelled_callers_are_given_back(loopback, backend):
    """P66: as P56 has it, under both libraries."""

    async def main():
        async with AsyncLimitedClient(loopback.url, rate_limit=RateBudget(1000)) as client:
            async with anyio.create_task_group() as group:
                for _ in range(100):
                    group.start_soon(client.things.icon)
                await happened(lambda: len(loopback.asked) == 5)
                await anyio.sleep(0.1)
                group.cancel_scope.cancel()
            (bucket,) = client._transport.settings.rates.limiter._buckets.values()
            return len(bucket.reserved), bucket.freed

    assert run(backend, main) == (5, 0)


@both
def test_an_async_source_runs_in_the_loop_of_its_caller(backend):
    asked = []

    async def source():
        await anyio.lowlevel.checkpoint()
        asked.append(current_loop())
        return Credential("abc")

    async def main():
        held = await BearerAuth(PORTAL, source)._manager.get_async(20)
        return asked == [current_loop()], held.token.access_token.reveal()

    assert run(backend, main) == (True, "abc")


@both
def test_an_async_source_that_fails_or_takes_too_long_is_told(backend):
    ended = []

    async def slow():
        try:
            await anyio.sleep(30)
        finally:
            ended.append(1)

    async def failing():
        raise OSError("no vault")

    async def main():
        with pytest.raises(TokenTimeout):
            await BearerAuth(PORTAL, slow)._manager.get_async(0.1)
        await happened(lambda: ended)
        with pytest.raises(Exception, match="no vault"):
            await BearerAuth(PORTAL, failing)._manager.get_async(20)

    run(backend, main)


@both
def test_an_async_source_whose_loop_ends_leaves_its_turn_to_the_next(backend):
    count = []

    async def source():
        count.append(1)
        await anyio.sleep(30 if len(count) == 1 else 0)
        return Credential("abc")

    auth = BearerAuth(PORTAL, source)

    async def first():
        with anyio.move_on_after(0.1):
            await auth._manager.get_async(20)

    async def second():
        return (await auth._manager.get_async(20)).token.access_token.reveal()

    run(backend, first)
    assert run(backend, second) == "abc"
    assert len(count) == 2


def test_an_async_source_of_a_loop_of_trio_that_is_over_is_left_to_the_next():
    async def source():
        return Credential("abc")

    async def get():
        return (await auth._manager.get_async(20)).token.access_token.reveal()

    async def loop():
        return current_loop()

    auth = BearerAuth(PORTAL, source)
    assert auth._manager._step(None, 5, run("trio", loop)).wait(5) is None
    assert run("trio", get) == "abc"


@both
def test_logging_out_does_not_block_the_loop(server, backend):
    auth = BearerAuth(server.url, ClientCredentials(*server.client))

    async def main():
        await auth._manager.get_async(20)
        await auth.aclear()

    run(backend, main)
    assert auth._manager.held is None


@both
def test_what_a_thread_does_is_awaited_for_as_long_as_was_said(backend):
    from concurrent.futures import Future

    async def main():
        with pytest.raises(TimeoutError):
            await outcome(Future(), 0.05)
        done = Future()
        done.set_result(1)
        return await outcome(done, 5)

    assert run(backend, main) == 1


def test_outside_of_a_loop_there_is_none():
    async def same():
        return current_loop() is asyncio.get_running_loop()

    assert current_loop() is None
    assert asyncio.run(same())
