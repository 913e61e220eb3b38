"""Answers that come bit by bit: iterate them for their items; the connection is closed at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar
from weakref import finalize

from ..errors.base import InvalidArgument
from ..kernel._http import httpx
from ..kernel.deadline import left_for
from .events import Events
from .pieces import JsonLines, Pieces

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from ..errors.base import TransportError
    from ..kernel.operation import Answer, Operation

__all__ = ["AsyncStream", "Stream"]

T = TypeVar("T")
FOREVER = float("inf")


class _BaseStream(Generic[T]):
    """An answer whose items are made while it arrives.

    Attributes:
        response: The answer, whose body has not been read.
    """

    def __init__(
        self,
        failed: Callable[[httpx.RequestError], TransportError],
        operation: Operation[Any],
        response: httpx.Response,
        answer: Answer,
    ) -> None:
        self.response = response
        self._failed = failed
        self._operation = operation
        kind = Events if answer.kind == "events" else JsonLines
        self._pieces: Pieces[T] = kind(operation, response, answer)  # type: ignore[assignment]
        self._begun = False

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._operation.name}>"

    def _begin(self) -> None:
        if self._begun:
            raise InvalidArgument(f"{self._operation.name}: a stream is iterated over once; call again")
        self._begun = True


class Stream(_BaseStream[T]):
    """Items that are yielded as they arrive. It is iterated over once, by `for`.

    The connection is closed at the end, when the loop is left, and at the end of a `with` block. The call's
    `timeout` is the longest pause between two pieces; its `budget` is the time until the last one.
    """

    def __init__(
        self,
        failed: Callable[[httpx.RequestError], TransportError],
        operation: Operation[Any],
        response: httpx.Response,
        answer: Answer,
    ) -> None:
        super().__init__(failed, operation, response, answer)
        self.close = finalize(self, response.close)
        """Close the connection; what has not arrived yet never will."""

    def __iter__(self) -> Iterator[T]:
        self._begin()
        return self._items()

    def _items(self) -> Iterator[T]:
        pieces = self._pieces
        try:
            for chunk in self.response.iter_bytes():
                yield from pieces.feed(chunk)
                if pieces.done:
                    return
            yield from pieces.end()
        except httpx.RequestError as cause:
            raise self._failed(cause) from cause.__cause__
        finally:
            self.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class AsyncStream(_BaseStream[T]):
    """Items that are yielded as they arrive. It is iterated over once, by `async for`.

    The connection is closed at the end, and at the end of an `async with` block, which is the way to leave a
    loop early: without it Python closes the loop's iterator some time later. The call's `timeout` is the
    longest pause between two pieces; its `budget` is the time until the last one.
    """

    def __aiter__(self) -> AsyncIterator[T]:
        self._begin()
        return self._items()

    async def _items(self) -> AsyncIterator[T]:
        pieces = self._pieces
        try:
            chunks = self.response.aiter_bytes()
            while (chunk := await self._next(chunks)) is not None:
                for item in pieces.feed(chunk):
                    yield item
                if pieces.done:
                    return
            for item in pieces.end():
                yield item
        except httpx.RequestError as cause:
            raise self._failed(cause) from cause.__cause__
        finally:
            await self.aclose()

    async def _next(self, chunks: AsyncIterator[bytes]) -> bytes | None:
        left = left_for(self.response.request, FOREVER)
        if left == FOREVER:
            return await anext(chunks, None)
        import anyio

        with anyio.move_on_after(left):
            return await anext(chunks, None)
        raise httpx.ReadTimeout("the time for the whole call is over")

    async def aclose(self) -> None:
        """Close the connection; what has not arrived yet never will."""
        await self.response.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()
