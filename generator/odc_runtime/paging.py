"""Lists that come in pages: iterate a pager for the items, or take its pages one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from .answer import check, decode_body, parse_json
from .call import Call
from .codec import decode_list
from .errors import OdcError
from .operation import Paging

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from ._http import httpx
    from .client import Api, AsyncClient, SyncClient
    from .operation import Operation
    from .options import CallOptions

__all__ = ["AsyncPager", "Page", "Pager", "PagingError"]

T = TypeVar("T")


class PagingError(OdcError):
    """The server's paging does not advance: it named an offset again that was already read."""


class Page(Generic[T]):
    """One page of a list.

    Attributes:
        items: The decoded items.
        offset: Where the page starts, as the server tells it, or None.
        limit: The most items a page holds, or None.
        count: How many items the server says this page has, or None.
        next_offset: Where the next page starts; None on the last page.
        total_results: How many items there are in all, if the server tells.
        total_pages: How many pages there are in all, if the server tells.
        response: The answer itself.
    """

    __slots__ = (
        "count", "items", "limit", "next_offset", "offset", "response", "total_pages", "total_results",
    )  # fmt: skip

    def __init__(self, items: list[T], facts: dict[str, Any], cursor: str, response: httpx.Response) -> None:
        self.items = items
        self.offset: int | str | None = facts.get("offset")
        self.limit: int | None = facts.get("limit")
        self.count: int | None = facts.get("count")
        self.total_results: int | None = facts.get("totalResults")
        self.total_pages: int | None = facts.get("totalPages")
        following = facts.get(cursor)
        self.next_offset: int | str | None = None if following == "" else following
        self.response = response

    def __iter__(self) -> Iterator[T]:
        """Iterate over the items."""
        return iter(self.items)

    def __len__(self) -> int:
        """Return the number of items."""
        return len(self.items)

    def __repr__(self) -> str:
        """Show how many items there are and where they stand, not what they are."""
        return f"<Page of {len(self.items)} at offset {self.offset}, of {self.total_results} in all>"


class _BasePager(Generic[T]):
    """The requests of a paged list, one after the other; no input or output happens here."""

    __slots__ = ("_api", "_body", "_operation", "_options", "_paging", "_path", "_query")

    def __init__(
        self,
        api: Api[Any],
        operation: Operation[T],
        path: tuple[object, ...],
        query: tuple[object, ...],
        body: object,
        options: CallOptions,
    ) -> None:
        self._api = api
        self._operation = operation
        self._paging = operation.paging or Paging(limit=None, offset=None)
        self._path = path
        self._query = query
        self._body = body
        self._options = options

    def _start(self) -> Call:
        return Call(self._api, self._operation, self._path, self._query, self._body, self._options)

    def _after(self, page: Page[T], seen: set[int | str]) -> Call | None:
        """Return the call of the page after `page`, or None; `seen` are the offsets read so far."""
        offset, name = page.next_offset, self._paging.offset
        if offset is None or name is None:
            return None
        if page.offset is not None:
            seen.add(page.offset)
        if offset in seen:
            raise PagingError(f"{self._operation.name}: the server names the offset {offset!r} a second time")
        seen.add(offset)
        query, body = self._query, self._body
        if self._paging.in_body:
            fields = body if isinstance(body, dict) else cast("Any", body).encode()
            body = {**cast("dict[str, Any]", fields), name: offset}
        else:
            index = self._operation.query.index(name)
            query = (*query[:index], offset, *query[index + 1 :])
        return Call(self._api, self._operation, self._path, query, body, self._options)

    def _page(self, response: httpx.Response) -> Page[T]:
        operation, paging = self._operation, self._paging
        check(operation, response)
        data = parse_json(operation, response)
        items = decode_body(operation, response, data, lambda body: _items(body, operation, paging))
        facts = data.get(paging.page) if isinstance(data, dict) else None
        return Page(
            items, cast("dict[str, Any]", facts) if isinstance(facts, dict) else {}, paging.cursor, response
        )


class Pager(_BasePager[T]):
    """A list that is fetched while it is iterated; nothing is sent before, and each iteration starts anew."""

    __slots__ = ()
    _api: Api[SyncClient]

    def page(self) -> Page[T]:
        """Fetch the first page only: where `offset` says, as many as `limit` says."""
        return self._page(self._api.client.send(self._start()))

    def pages(self) -> Iterator[Page[T]]:
        """Iterate over the pages; each is fetched when it is asked for."""
        call: Call | None = self._start()
        seen: set[int | str] = set()
        while call is not None:
            page = self._page(self._api.client.send(call))
            yield page
            call = self._after(page, seen)

    def __iter__(self) -> Iterator[T]:
        """Iterate over the items of all pages."""
        for page in self.pages():
            yield from page.items

    def to_list(self) -> list[T]:
        """Fetch all pages and return their items."""
        return list(self)

    def raw(self) -> Any:
        """Fetch the first page as a `RawResponse[Page[T]]`."""
        from .raw import RawResponse

        response = self._api.client.send(self._start())
        check(self._operation, response)
        return RawResponse(response, self._page)


class AsyncPager(_BasePager[T]):
    """A list that is fetched while it is iterated; nothing is sent before, and each iteration starts anew."""

    __slots__ = ()
    _api: Api[AsyncClient]

    async def page(self) -> Page[T]:
        """Fetch the first page only: where `offset` says, as many as `limit` says."""
        return self._page(await self._api.client.send(self._start()))

    async def pages(self) -> AsyncIterator[Page[T]]:
        """Iterate over the pages; each is fetched when it is asked for."""
        call: Call | None = self._start()
        seen: set[int | str] = set()
        while call is not None:
            page = self._page(await self._api.client.send(call))
            yield page
            call = self._after(page, seen)

    async def __aiter__(self) -> AsyncIterator[T]:
        """Iterate over the items of all pages."""
        async for page in self.pages():
            for item in page.items:
                yield item

    async def to_list(self) -> list[T]:
        """Fetch all pages and return their items."""
        return [item async for item in self]

    async def raw(self) -> Any:
        """Fetch the first page as a `RawResponse[Page[T]]`."""
        from .raw import RawResponse

        response = await self._api.client.send(self._start())
        check(self._operation, response)
        return RawResponse(response, self._page)


def _items(body: Any, operation: Operation[T], paging: Paging) -> list[T]:
    from .codec import decode_error, wrong

    if isinstance(body, list):
        return decode_list(body, operation.decode or (lambda item: item))
    if not isinstance(body, dict):
        wrong(body, "an object")
    found = cast("dict[str, Any]", body).get(paging.items)
    try:
        return [] if found is None else decode_list(found, operation.decode or (lambda item: item))
    except Exception as error:
        raise decode_error(error, paging.items) from None
