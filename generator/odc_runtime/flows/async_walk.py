"""The iterators of an asynchronous list: no generators, for these want to be closed when one stops early."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Self, TypeVar

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from ..call.call import Call
    from .page import Page
    from .walk import Walk

__all__ = ["AsyncItems", "AsyncPages"]

T = TypeVar("T")


class AsyncPages(Generic[T]):
    """The pages of one iteration, each fetched when it is asked for.

    Args:
        first: The call of the first page.
        walk: What tells where to go on.
        at: Makes the call of the page at an offset.
        load: Sends a call and reads its page.
    """

    __slots__ = ("_at", "_call", "_last", "_load", "_walk")

    def __init__(
        self,
        first: Call,
        walk: Walk,
        at: Callable[[int | str | None], Call | None],
        load: Callable[[Call], Awaitable[Page[T]]],
    ) -> None:
        self._call: Call | None = first
        self._walk = walk
        self._at = at
        self._load = load
        self._last: Page[T] | None = None

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Page[T]:
        last, call = self._last, self._call
        self._last = self._call = None  # an error ends the iteration
        if last is not None:
            call = self._at(self._walk.following(last))
        if call is None:
            raise StopAsyncIteration
        self._last = page = await self._load(call)
        return page


class AsyncItems(Generic[T]):
    """The items of all pages."""

    __slots__ = ("_items", "_pages")

    def __init__(self, pages: AsyncIterator[Page[T]]) -> None:
        self._pages = pages
        self._items: Iterator[T] = iter(())

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        while True:
            for item in self._items:
                return item
            self._items = iter((await anext(self._pages)).items)
