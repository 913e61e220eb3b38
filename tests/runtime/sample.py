"""A package as odcgen would write it, in small: two clients of one API with one resource."""

from __future__ import annotations

import inspect
from functools import cached_property

import anyio
import anyio.lowlevel
from odc_runtime.face.async_client import AsyncClient
from odc_runtime.face.client import SyncClient
from odc_runtime.face.resource import AsyncResource, Resource
from odc_runtime.kernel._http import httpx
from odc_runtime.kernel.operation import Operation, Paging, Poll, Query, RateLimit
from odc_runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, integer, new, uuid, wrong
from odc_runtime.wire.keys import WHOLE, Keys


class Thing:
    __slots__ = ("additional", "key", "name", "size")
    _keys = Keys(("key", "name", "size"), must=("key",))

    @classmethod
    def decode(cls, data, /):
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "size"]
            self.size = None if v is None else integer(v)
        except KeyError:
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            raise decode_error(error, at, data) from None
        return self


class NewThing:
    def __init__(self, **fields):
        self.fields = fields

    def encode(self):
        return self.fields


class Upload:
    def __init__(self, *parts):
        self.parts = parts

    def encode_multipart(self):
        return list(self.parts)


def things(data):
    return decode_list(data, Thing.decode)


LIST = Operation(
    "lab.things.list",
    "GET",
    "/things",
    things,
    paging=Paging(),
)
SEARCH = Operation("lab.things.search", "POST", "/things/search", things, paging=Paging(in_body=True))
PLAIN = Operation("lab.things.all", "GET", "/all", things, paging=Paging(limit=None, offset=None))
GET = Operation(
    "lab.things.get",
    "GET",
    "/things/{key}",
    Thing.decode,
    styles=(Query("ids", explode=False),),
    permissions=("Things > View",),
)
CREATE = Operation("lab.things.create", "POST", "/things", Thing.decode)
UPDATE = Operation("lab.things.update", "PATCH", "/things/{key}")
DELETE = Operation("lab.things.delete", "DELETE", "/things/{key}/parts/{part}")
SEND = Operation(
    "lab.things.send",
    "POST",
    "/files",
    body=("application/json", "application/octet-stream", "multipart/form-data"),
)
ICON = Operation("lab.things.icon", "GET", "/icon", binary=True)
OLD = Operation("lab.things.old", "GET", "/old", deprecated="use get")
OPEN = Operation("lab.things.open", "GET", "/open", secured=False)
STATUS = Operation("lab.things.status", "GET", "/runs/{key}", lambda data: data)
URL = Operation("lab.things.upload", "POST", "/uploads", lambda data: data["uploadUrl"])
POLL = Poll(done=("Finished",), failed=("FinishedWithErrors",), pause=("ReadyForReview",), missing_ok=True)

KEY = "3fa85f64-5717-4562-b3fc-2c963f66afa6"
THING = {"key": KEY, "name": "One", "size": 1}


class _Methods:
    def list(self, *, name_contains=None, limit=None, offset=None, **options):
        return self._pages(
            LIST, (), {"nameContains": name_contains, "limit": limit, "offset": offset}, None, options
        )

    def search(self, body=None, **options):
        return self._pages(SEARCH, (), {}, body, options)

    def all(self, **options):
        return self._pages(PLAIN, (), {}, None, options)

    def get(self, key=KEY, *, embed=None, since=None, ids=None, x_reason=None, stage=None, **options):
        return self._call(
            GET,
            (key,),
            {"embed": embed, "since": since, "ids": ids},
            None,
            options,
            header={"X-Reason": x_reason},
            cookie={"stage": stage},
        )

    def create(self, body, **options):
        return self._call(CREATE, (), {}, body, options)

    def update(self, body, key=KEY, **options):
        return self._call(UPDATE, (key,), {}, body, options)

    def delete(self, key=KEY, part="1", **options):
        return self._call(DELETE, (key, part), {}, None, options)

    def send(self, body, **options):
        return self._call(SEND, (), {}, body, options)

    def icon(self, **options):
        return self._call(ICON, (), {}, None, options)

    def old(self, **options):
        return self._call(OLD, (), {}, None, options)

    def open(self, **options):
        return self._call(OPEN, (), {}, None, options)

    def wait(self, key=KEY, *, timeout=900.0, on_progress=None, **options):
        return self._wait(STATUS, POLL, (key,), {}, timeout, on_progress, options)

    def upload(self, source, *, on_progress=None, **options):
        return self._upload(URL, (), {}, source, on_progress, options)


class Things(_Methods, Resource):
    pass


class AsyncThings(_Methods, AsyncResource):
    pass


class LabClient(SyncClient):
    _base_paths = {"lab": "/api/lab/v1"}

    @cached_property
    def things(self):
        return Things(self._api("lab"))


class AsyncLabClient(AsyncClient):
    _base_paths = LabClient._base_paths

    @cached_property
    def things(self):
        return AsyncThings(self._api("lab"))


class LimitedClient(LabClient):
    _rate_limits = {"lab": (RateLimit(per_minute=10), RateLimit("POST", per_minute=4))}


class AsyncLimitedClient(AsyncLabClient):
    _rate_limits = LimitedClient._rate_limits


class Token(httpx.Auth):
    """Stands for the credential hook."""

    def __init__(self):
        self.sent = 0

    def auth_flow(self, request):
        self.sent += 1
        request.headers["Authorization"] = "Bearer secret-token"
        yield request


class FakeTime:
    """A clock that only sleeping moves."""

    def __init__(self):
        self.now = 1000.0
        self.slept = []

    def clock(self):
        return self.now

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds

    async def async_sleep(self, seconds):
        self.sleep(seconds)
        await anyio.lowlevel.checkpoint()


class Lab:
    """Runs the same act with the blocking client, and with the other one on asyncio and on trio."""

    def __init__(self, server, kind):
        self.server = server
        self.kind = kind
        self.time = FakeTime()

    @property
    def awaited(self):
        return self.kind != "sync"

    def client(self, limited=False, **settings):
        kinds = ((LabClient, AsyncLabClient), (LimitedClient, AsyncLimitedClient))
        client = kinds[limited][self.awaited](**({"portal": self.server.url} | settings))
        transport = client._transport
        transport.clock = self.time.clock
        transport.sleep = self.time.async_sleep if self.awaited else self.time.sleep
        return client

    def run(self, act, **settings):
        """Return what `act(client)` returns, awaited in the async kind."""
        if not self.awaited:
            with self.client(**settings) as client:
                return act(client)

        async def main():
            async with self.client(**settings) as client:
                return await settled(act(client))

        return self.drive(main)

    def drive(self, main, *arguments):
        """Run a coroutine function in a new event loop of the awaited kind."""
        return anyio.run(main, *arguments, backend="trio" if self.kind == "trio" else "asyncio")

    def things(self, act, **settings):
        return self.run(lambda client: act(client.things), **settings)


async def settled(value):
    return await value if inspect.isawaitable(value) else value
