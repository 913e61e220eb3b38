"""How large an answer may be, and what may stand in the place of a token store."""

import asyncio
import gzip
import logging
import tracemalloc
import zlib

import pytest
from odc_runtime.auth.bearer import BearerAuth
from odc_runtime.auth.memory import MemoryStore
from odc_runtime.auth.no_token import TokenEndpointUnavailable
from odc_runtime.auth.oauth.client_credentials import ClientCredentials
from odc_runtime.auth.tokens import Token
from odc_runtime.errors.base import AnswerTooLarge, WrongType
from odc_runtime.kernel._http import httpx

from tests.runtime.auth.token_server import TokenServer
from tests.runtime.loopback import answer
from tests.runtime.sample import KEY, THING, AsyncLabClient, LabClient

LIMIT = 10_000
MIB = 1 << 20
PORTAL = "acme.outsystems.dev"


def thing(size):
    """Return the JSON of a thing that has exactly `size` bytes."""
    start, end = b'{"key": "%s", "name": "' % KEY.encode(), b'"}'
    return start + b"x" * (size - len(start) - len(end)) + end


def chunked(body):
    """Return an answer that does not say how long it is."""

    def act(handler):
        handler.send_response_only(200)
        handler.send_header("transfer-encoding", "chunked")
        handler.end_headers()
        for start in range(0, len(body), 1000):
            piece = body[start : start + 1000]
            handler.wfile.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        handler.wfile.write(b"0\r\n\r\n")

    return act


def packed_zeros(mib):
    """Return so many MiB of zeros, compressed."""
    packer = zlib.compressobj(wbits=31)
    return b"".join(packer.compress(bytes(MIB)) for _ in range(mib)) + packer.flush()


FORMS = {
    "with a length": lambda body: answer(200, body),
    "chunked": chunked,
    "gzip": lambda body: answer(200, gzip.compress(body), content_encoding="gzip"),
    "deflate": lambda body: answer(200, zlib.compress(body), content_encoding="deflate"),
    "gzip twice": lambda body: answer(200, gzip.compress(gzip.compress(body)), content_encoding="gzip, gzip"),
}


@pytest.mark.parametrize("form", FORMS)
def test_an_answer_may_have_as_many_bytes_as_were_said_and_no_more(lab, form):
    """P68: compressed or not, with a length or without; the limit is exact."""
    lab.server.then(FORMS[form](thing(LIMIT)), FORMS[form](thing(LIMIT + 1)))
    assert len(lab.things(lambda t: t.get(), max_answer_bytes=LIMIT).name) > 9000
    with pytest.raises(AnswerTooLarge) as caught:
        lab.things(lambda t: t.get(), max_answer_bytes=LIMIT)
    assert (caught.value.status, caught.value.limit) == (200, LIMIT)
    assert f"answered 200 with more than {LIMIT} bytes, the client's max_answer_bytes" in str(caught.value)
    assert len(lab.server.asked) == 2


@pytest.mark.parametrize("status", [400, 503])
def test_an_error_that_is_too_large_is_told_with_its_status(lab, status):
    """P68: it is not tried again, and not taken for a lost connection."""
    lab.server.handle = lambda asked: answer(status, b"x" * (LIMIT + 1))
    with pytest.raises(AnswerTooLarge) as caught:
        lab.things(lambda t: t.get(), max_answer_bytes=LIMIT)
    assert caught.value.status == status
    assert len(lab.server.asked) == 1


def test_the_same_connection_serves_the_next_call(lab):
    """P68: giving an answer up leaves no connection in the pool that still holds its rest."""
    lab.server.then(chunked(thing(LIMIT * 2)), answer(200, THING))

    def act(client):
        if not lab.awaited:
            with pytest.raises(AnswerTooLarge):
                client.things.get()
            return client.things.get()
        return both(client)

    async def both(client):
        with pytest.raises(AnswerTooLarge):
            await client.things.get()
        return await client.things.get()

    assert lab.run(act, max_answer_bytes=LIMIT).name == "One"


@pytest.mark.parametrize("layers", [1, 2])
def test_a_bomb_of_the_default_limit_costs_little_memory(lab, layers):
    """P68: 512 MiB in 512 KiB, or in 2 KiB, are given up after 64 MiB."""
    packed = packed_zeros(512)
    for _ in range(layers - 1):
        packed = gzip.compress(packed)
    lab.server.handle = lambda asked: answer(200, packed, content_encoding=", ".join(["gzip"] * layers))
    tracemalloc.start()
    try:
        with pytest.raises(AnswerTooLarge) as caught:
            lab.things(lambda t: t.get())
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert caught.value.limit == 64 * MIB
    assert most < 160 * MIB


def test_the_answer_to_a_refused_token_has_the_same_limit(server):
    """P68: what a credential reads of an answer, before it sends the request again."""
    server.reject_all = True
    server.refusal = b"x" * (LIMIT + 1)
    credentials = ClientCredentials(*server.client)
    with (
        Hooked(server.url, credentials=credentials, max_answer_bytes=LIMIT) as client,
        pytest.raises(AnswerTooLarge),
    ):
        client.things.get()


def test_an_answer_of_any_size_is_taken_on_request(lab):
    lab.server.handle = lambda asked: answer(200, thing(65 * MIB))
    assert len(lab.things(lambda t: t.get(), max_answer_bytes=None).name) > 64 * MIB


def test_what_is_compressed_is_asked_for_only_as_it_can_be_bounded(loopback):
    """P68: of a few bytes brotli and zstd make very many."""
    loopback.handle = lambda asked: answer(200, THING)
    with LabClient(loopback.url) as client:
        client.things.get()
    with httpx.Client() as own:
        LabClient(loopback.url, http_client=own).things.get()
    assert {asked.headers["accept-encoding"] for asked in loopback.asked} == {"gzip, deflate"}


class Hooked(LabClient):
    _hook = BearerAuth


class AsyncHooked(AsyncLabClient):
    _hook = BearerAuth


@pytest.fixture
def server():
    with TokenServer() as server:
        yield server


# Token stores.


class NoSave:
    def load(self, key):
        return None


class Awaited(NoSave):
    async def save(self, key, token):
        pass


class Narrow(NoSave):
    def save(self, token):
        pass


class Misleading(NoSave):
    def __init__(self):
        self.saved = []

    def load(self, key):
        return {"access_token": "abc"}

    def save(self, key, token):
        self.saved.append(token)


@pytest.mark.parametrize(
    ("store", "told"),
    [
        (object(), "a object, has no method load"),
        ({}, "a dict, has no method load"),
        ("redis://cache", "a str, has no method load"),
        (NoSave(), "a NoSave, has no method save"),
        (Awaited(), "Awaited.save() is a coroutine function"),
        (Narrow(), "Narrow.save() does not take key, token"),
        (MemoryStore, "token_store is the class MemoryStore; give an instance"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else None,
)
def test_what_is_no_token_store_is_refused_when_it_is_given(store, told):
    """P68: at once, and not by every call."""
    for make in (Hooked, AsyncHooked, BearerAuth):
        with pytest.raises(WrongType) as caught:
            make(PORTAL, credentials=ClientCredentials("a", "b"), token_store=store)
        assert told in str(caught.value)


def test_a_store_that_gives_no_token_has_none(server, caplog):
    """P68: a store never breaks a call; what it gives instead of a token is warned of once."""
    store = Misleading()
    auth = BearerAuth(server.url, ClientCredentials(*server.client), token_store=store)
    for _ in range(2):
        assert asyncio.run(auth._manager.get_async(20)).token.access_token.reveal()
    assert [type(one) for one in store.saved] == [Token]
    warnings = [one.getMessage() for one in caplog.records if one.levelno == logging.WARNING]
    assert len(warnings) == 1
    assert "load() returned a dict, not a Token" in warnings[0]


def test_the_answer_of_the_token_endpoint_has_a_limit_of_its_own(server):
    """P68: 1 MiB, decompressed."""
    bomb = packed_zeros(64)
    server.fail(*[lambda handler: handler.answer(200, bomb, {"content-encoding": "gzip"})] * 3)
    auth = BearerAuth(server.url, ClientCredentials(*server.client), token_store=MemoryStore())
    with pytest.raises(TokenEndpointUnavailable, match="larger than 1 MiB"):
        auth._manager.get(20)
