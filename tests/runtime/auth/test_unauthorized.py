"""What a 401 and a 403 of an API lead to."""

import asyncio
import threading

import pytest
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.no_token import InvalidClient
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.sources.function import FromCallable
from odc_runtime.auth.sources.static import StaticToken
from odc_runtime.kernel._http import httpx

from tests.runtime.auth.token_server import oauth_error


def auth_of(server, **options):
    return BearerAuth(server.url, ClientCredentials(*server.client, **options), **options)


def run(server, auth, count=1, **request):
    """Send `count` requests at once with the sync client, on threads; return their statuses."""
    statuses = []

    def one():
        statuses.append(client.request(**{"method": "GET", "url": server.url + "/x"} | request).status_code)

    limits = httpx.Limits(max_connections=None)
    with httpx.Client(auth=auth, limits=limits, timeout=30) as client:
        threads = [threading.Thread(target=one) for _ in range(count)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return statuses


def run_async(server, auth, count=1, **request):
    """Do the same with tasks and the asyncio client."""

    async def main():
        async def one():
            response = await client.request(**{"method": "GET", "url": server.url + "/x"} | request)
            return response.status_code

        limits = httpx.Limits(max_connections=None)
        async with httpx.AsyncClient(auth=auth, limits=limits, timeout=30) as client:
            return await asyncio.gather(*(one() for _ in range(count)))

    return asyncio.run(main())


both = pytest.mark.parametrize("send", [run, run_async])


@both
def test_a_refused_token_is_replaced_and_the_request_replayed_once(server, send):
    """P27: 401 leads to one refresh and one replay."""
    auth = auth_of(server)
    assert send(server, auth) == [200]
    server.revoked.add("token-1")
    assert send(server, auth) == [200]
    assert [asked.bearer for asked in server.calls] == ["token-1", "token-1", "token-2"]
    assert len(server.tokens) == 2


@both
def test_a_second_401_is_the_answer(server, send):
    """P27: never a loop: the second 401 is returned."""
    auth = auth_of(server)
    send(server, auth)
    server.reject_all = True
    assert send(server, auth) == [401]
    assert [asked.bearer for asked in server.calls] == ["token-1", "token-1", "token-2"]


@both
def test_fifty_401s_at_once_cause_one_refresh(server, send):
    """P27: 50 concurrent 401s on one token cause one refresh."""
    auth = auth_of(server)
    send(server, auth)
    server.revoked.add("token-1")
    server.delay = 0.1
    assert send(server, auth, 50) == [200] * 50
    assert len(server.tokens) == 2


@both
def test_while_every_token_is_refused_there_is_no_storm(server, send, clock):
    """P27: once the replacement, too, was refused, 401s fetch no further token for a few seconds."""
    auth = auth_of(server, clock=clock)
    server.reject_all = True
    assert send(server, auth) == [401]
    assert send(server, auth, 10) == [401] * 10
    assert len(server.tokens) == 2
    clock.advance(10)
    assert send(server, auth) == [401]
    assert len(server.tokens) == 3


@both
def test_403_never_refreshes(server, send):
    """P28: a missing permission is no reason for another token."""
    auth = auth_of(server)
    server.api = lambda handler, asked: handler.answer(403, b"", {})
    assert send(server, auth) == [403]
    assert (len(server.calls), len(server.tokens)) == (1, 1)


def chunks():
    yield b"one "
    yield b"two"


async def chunks_async():
    for chunk in chunks():
        yield chunk


def test_a_one_shot_body_is_not_replayed(server, tmp_path):
    """P28: a stream that is used up is not sent again, but the next request has a new token."""
    auth = auth_of(server)
    run(server, auth)
    server.revoked.add("token-1")
    assert run(server, auth, method="POST", content=chunks()) == [401]
    assert run_async(server, auth) == [200]
    server.revoked.add("token-2")
    assert run_async(server, auth, method="POST", content=chunks_async()) == [401]
    assert run(server, auth) == [200]
    server.revoked.add("token-3")
    path = tmp_path / "file"
    path.write_bytes(b"data")
    with path.open("rb") as file:
        assert run(server, auth, method="PUT", content=file) == [401]
    assert [asked.bearer for asked in server.calls[1:]] == [
        "token-1",
        "token-2",
        "token-2",
        "token-3",
        "token-3",
    ]
    assert [asked.body for asked in server.calls if asked.method != "GET"] == [
        b"one two",
        b"one two",
        b"data",
    ]


class Replayable(httpx.SyncByteStream):
    replayable = True

    def __iter__(self):
        return chunks()


@pytest.mark.parametrize("content", [b"data", "text", None, Replayable()])
def test_other_bodies_are_replayed_whole(server, content):
    """P28: bytes, text, no body and a stream that says it can are sent again."""
    auth = auth_of(server)
    run(server, auth)
    server.revoked.add("token-1")
    if isinstance(content, Replayable):
        headers = {"host": "127.0.0.1", "content-length": "7"}
        request = httpx.Request("POST", server.url + "/x", stream=content, headers=headers)
    else:
        request = httpx.Request("POST", server.url + "/x", content=content)
    with httpx.Client(auth=auth) as client:
        assert client.send(request).status_code == 200
    refused, replayed = server.calls[-2:]
    assert refused.body == replayed.body


@both
def test_a_fixed_token_is_not_replayed(server, send):
    """P27: where the source has no other token, the 401 is the answer without a replay."""
    auth = BearerAuth(server.url, StaticToken("abc"))
    server.revoked.add("abc")
    assert send(server, auth) == [401]
    assert len(server.calls) == 1


def test_a_source_with_a_newer_token_is_asked(server):
    """P27: a callable source is asked again when its token is refused."""
    tokens = iter(["old", "new"])
    server.revoked.add("old")
    auth = BearerAuth(server.url, FromCallable(lambda: next(tokens)))
    assert run(server, auth) == [200]


@both
def test_if_no_new_token_is_to_be_had_the_reason_is_raised(server, send):
    """P23: a suspended client's call fails with what the token endpoint says."""
    auth = auth_of(server)
    send(server, auth)
    server.reject_all = True
    server.fail(oauth_error("invalid_client"))
    with httpx.Client(auth=auth) as client, pytest.raises(InvalidClient):
        client.get(server.url + "/x")
