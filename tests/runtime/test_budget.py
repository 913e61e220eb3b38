"""A budget is the time of the whole call, whatever the server does meanwhile."""

import socket
import sys
import threading
import time
from contextlib import suppress

import anyio
import pytest
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.no_token import TokenTimeout
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.sources.command import Command
from odc_runtime.errors.base import OdcError, RequestTimeout
from odc_runtime.errors.course import WaitTimeout
from odc_runtime.kernel._http import httpx

from tests.runtime.auth.token_server import TokenServer
from tests.runtime.loopback import answer
from tests.runtime.sample import AsyncLabClient, LabClient, settled

PATIENCE = 10.0  # what drips here drips for longer, and every budget is far shorter


def body(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n")
    drip(connection, b" ")


def headers(connection):
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    drip(connection, b"x-a: 1\r\n")


def drip(connection, text):
    for _ in range(int(PATIENCE * 2 / 0.05)):
        connection.sendall(text)
        time.sleep(0.05)


@pytest.fixture(params=[body, headers], ids=["body", "headers"])
def dripping(request):
    """Return the URL of a server that never ends its answer, and never stops it either."""
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def serve():
            while True:
                try:
                    connection, _ = listener.accept()
                except OSError:
                    return
                threading.Thread(target=one, args=(connection,), daemon=True).start()

        def one(connection):
            with connection:
                connection.recv(65536)
                with suppress(OSError):
                    request.param(connection)

        threading.Thread(target=serve, daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"


@pytest.fixture
def server():
    with TokenServer() as server:
        yield server


class Sync(LabClient):
    _hook = BearerAuth


class Async(AsyncLabClient):
    _hook = BearerAuth


def run(awaited, act, url, **settings):
    """Return the error of `act(client)` and the seconds that it took, on the real clock."""

    async def main():
        async with Async(url, **settings) as client:
            await settled(act(client))

    started = time.monotonic()
    with pytest.raises(OdcError) as caught:
        anyio.run(main, backend=awaited) if awaited else act(Sync(url, **settings))
    return caught.value, time.monotonic() - started


@pytest.mark.parametrize("awaited", [False, "asyncio", "trio"])
def test_a_dripping_answer_ends_with_the_budget(dripping, awaited):
    """P55: neither dripping headers nor a dripping body outlast it."""
    error, seconds = run(
        awaited, lambda client: client.things.get(budget=0.5), dripping, credentials=httpx.Auth()
    )
    assert isinstance(error, RequestTimeout)
    assert seconds < PATIENCE / 2


@pytest.mark.parametrize("awaited", [False, "asyncio", "trio"])
def test_a_slow_token_ends_with_the_budget(server, awaited):
    """P55: the time that a token takes is time of the call; the one renewal goes on for others."""
    release = threading.Event()
    server.fail(lambda handler: release.wait(PATIENCE * 2) and handler.answer(503, b"", {}))
    source = ClientCredentials(*server.client)
    error, seconds = run(
        awaited, lambda client: client.things.delete(budget=0.4), server.url, credentials=source
    )
    assert isinstance(error, (TokenTimeout, RequestTimeout))
    assert seconds < PATIENCE / 2
    error, seconds = run(
        awaited, lambda client: client.things.delete(budget=0.4), server.url, credentials=source
    )
    release.set()
    assert len(server.tokens) == 1


@pytest.mark.parametrize("awaited", [False, "asyncio", "trio"])
def test_a_slow_token_does_not_outlast_a_wait(server, awaited):
    """P55: `wait(timeout=…)` ends as a wait that took too long."""
    release = threading.Event()
    server.fail(lambda handler: release.wait(PATIENCE * 2) and handler.answer(503, b"", {}))
    source = ClientCredentials(*server.client)
    error, seconds = run(
        awaited, lambda client: client.things.wait(timeout=0.4), server.url, credentials=source
    )
    release.set()
    assert isinstance(error, WaitTimeout)
    assert seconds < PATIENCE / 2


def test_a_token_request_ends_with_its_timeout(dripping):
    """P55: also where the endpoint drips its headers; no thread is left behind."""
    source = ClientCredentials("id", "secret-words", token_endpoint=dripping, timeout=0.4)
    started = time.monotonic()
    with pytest.raises(OdcError):
        source()
    assert time.monotonic() - started < PATIENCE / 2


def test_a_budget_bounds_no_other_call(loopback):
    loopback.handle = lambda asked: answer(200, {"key": "3fa85f64-5717-4562-b3fc-2c963f66afa6"})
    with LabClient(loopback.url) as client:
        client.things.get(budget=0.3)
        time.sleep(0.4)
        client.things.get()
        client.things.get(budget=5)


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no sessions")
def test_a_program_that_leaves_a_daemon_with_its_output_gives_its_answer():
    """P55: a complete answer is taken at once, whoever still holds the pipe."""
    code = (
        "import subprocess, sys; print('the-token', flush=True);"
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(20)'], start_new_session=True)"
    )
    started = time.monotonic()
    assert Command([sys.executable, "-c", code], timeout=PATIENCE)().token.reveal() == "the-token"
    assert time.monotonic() - started < PATIENCE
