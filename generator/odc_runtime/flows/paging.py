"""Lists that come in pages: iterate a pager for the items, or take its pages one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from ..call.call import NONE, call_of
from ..errors.base import DecodeError
from ..kernel.operation import Paging
from ..wire.answer import as_is, check, decode_body, parse_json
from ..wire.codec import DECODE_ERRORS, decode_error, decode_list, wrong
from .async_walk import AsyncItems, AsyncPages
from .page import Page
from .walk import Walk

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator, Mapping

    from ..call.api import Api
    from ..call.call import Call
    from ..kernel._http import httpx
    from ..kernel.operation import Operation
    from ..policy.options import CallOptions
    from ..transport.async_ import AsyncTransport
    from ..transport.sync import SyncTransport
    from ..wire.raw_response import RawResponse

__all__ = ["AsyncPager", "Page", "Pager"]

T = TypeVar("T")


class _BasePager(Generic[T]):
    """The requests of a paged list, one after the other; it sends nothing itself."""

    __slots__ = (
        "_api",
        "_body",
        "_cookie",
        "_header",
        "_operation",
        "_options",
        "_paging",
        "_path",
        "_query",
    )

    def __init__(
        self,
        api: Api[Any],
        operation: Operation[list[T]],
        path: tuple[object, ...],
        query: Mapping[str, object],
        body: object,
        options: CallOptions,
        header: Mapping[str, object] = NONE,
        cookie: Mapping[str, object] = NONE,
    ) -> None:
        self._api = api
        self._operation = operation
        self._paging = operation.paging or Paging(limit=None, offset=None)
        self._path = path
        self._query = query
        self._body = body
        self._options = options
        self._header = header
        self._cookie = cookie

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._operation.name}>"

    def _call(self, query: Mapping[str, object], body: object) -> Call:
        return call_of(
            self._api, self._operation, self._path, query, body, self._options, self._header, self._cookie
        )

    def _first(self) -> Call:
        return self._call(self._query, self._body)

    def _walk(self) -> Walk:
        return Walk(self._operation.name, self._start(), follows=self._paging.offset is not None)

    def _start(self) -> object:
        name = self._paging.offset
        if name is None:
            return None
        if not self._paging.in_body:
            return self._query.get(name)
        return self._given().get(name)

    def _given(self) -> dict[str, Any]:
        body: Any = self._body
        return body.encode() if hasattr(body, "encode") else body or {}

    def _at(self, offset: int | str | None) -> Call | None:
        """Return the call of the page at `offset`, or None without one."""
        name = self._paging.offset
        if offset is None or name is None:
            return None
        if self._paging.in_body:
            return self._call(self._query, {**self._given(), name: offset})
        return self._call({**self._query, name: offset}, self._body)

    def _page(self, response: httpx.Response) -> Page[T]:
        operation, paging = self._operation, self._paging
        check(operation, response)
        body = parse_json(operation, response)
        items = decode_body(operation, response, body, lambda data: _items(data, operation, paging))
        found = cast("dict[str, Any]", body).get(paging.page) if isinstance(body, dict) else None
        facts = cast("dict[str, Any]", found) if isinstance(found, dict) else {}
        return decode_body(operation, response, facts, lambda told: _page_of(items, told, paging, response))

    def _raw(self, response: httpx.Response) -> RawResponse[Page[T]]:
        from ..wire.raw_response import RawResponse

        check(self._operation, response)
        return RawResponse(response, self._page)


class Pager(_BasePager[T]):
    """A list that is fetched while it is iterated; nothing is sent before, and each iteration starts anew."""

    __slots__ = ()
    _api: Api[SyncTransport]

    def page(self) -> Page[T]:
        """Fetch one page: the one at `offset`, of `limit` items."""
        return self._page(self._api.transport.send(self._first()))

    def pages(self) -> Iterator[Page[T]]:
        """Iterate over the pages; each is fetched when it is asked for."""
        call: Call | None = self._first()
        walk = self._walk()
        while call is not None:
            page = self._page(self._api.transport.send(call))
            yield page
            call = self._at(walk.following(page))

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.items

    def to_list(self) -> list[T]:
        """Fetch all pages and return their items."""
        return list(self)

    def raw_page(self) -> RawResponse[Page[T]]:
        """Fetch one page as it is: the one at `offset`, of `limit` items."""
        return self._raw(self._api.transport.send(self._first()))


class AsyncPager(_BasePager[T]):
    """A list that is fetched while it is iterated; nothing is sent before, and each iteration starts anew."""

    __slots__ = ()
    _api: Api[AsyncTransport]

    async def page(self) -> Page[T]:
        """Fetch one page: the one at `offset`, of `limit` items."""
        return self._page(await self._api.transport.send(self._first()))

    def pages(self) -> AsyncIterator[Page[T]]:
        """Iterate over the pages; each is fetched when it is asked for."""
        return AsyncPages(self._first(), self._walk(), self._at, self._load)

    def __aiter__(self) -> AsyncIterator[T]:
        return AsyncItems(self.pages())

    async def _load(self, call: Call) -> Page[T]:
        return self._page(await self._api.transport.send(call))

    async def to_list(self) -> list[T]:
        """Fetch all pages and return their items."""
        return [item async for item in self]

    async def raw_page(self) -> RawResponse[Page[T]]:
        """Fetch one page as it is: the one at `offset`, of `limit` items."""
        return self._raw(await self._api.transport.send(self._first()))


def _items(body: Any, operation: Operation[list[T]], paging: Paging) -> list[T]:
    decode = operation.decode or _unread
    if isinstance(body, list):
        return decode(body)
    if not isinstance(body, dict):
        wrong(body, "an object")
    try:
        found = cast("dict[str, Any]", body)[paging.items]
        return [] if found is None else decode(found)
    except DECODE_ERRORS as error:
        raise decode_error(error, paging.items) from None


def _unread(items: Any) -> list[Any]:
    return decode_list(items, as_is)


def _page_of(items: list[T], facts: dict[str, Any], paging: Paging, response: httpx.Response) -> Page[T]:
    try:
        return Page(items, facts, paging.cursor, response)
    except DecodeError as error:
        raise error.within(paging.page) from None
