"""The base classes of generated resources: two thin lines of a method end here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

from .answer import check, parse_value
from .call import Call

if TYPE_CHECKING:
    from collections.abc import Callable

    from .client import Api, AsyncClient, SyncClient
    from .operation import Operation, Poll
    from .options import CallOptions
    from .paging import AsyncPager, Pager

__all__ = ["AsyncResource", "Resource"]

T = TypeVar("T")


class Resource:
    """One resource of an API, called blockingly."""

    __slots__ = ("_api", "_raw")

    def __init__(self, api: Api[SyncClient], *, raw: bool = False) -> None:
        self._api = api
        self._raw = raw

    def _call(
        self,
        operation: Operation[T],
        path: tuple[object, ...],
        query: tuple[object, ...],
        body: object,
        options: CallOptions,
    ) -> T:
        if operation.deprecated is not None:
            _warn(operation)
        call = Call(self._api, operation, path, query, body, options)
        response = self._api.client.send(call)
        check(operation, response)
        return _raw_value(operation, response) if self._raw else parse_value(operation, response)

    def _pages(
        self,
        operation: Operation[T],
        path: tuple[object, ...],
        query: tuple[object, ...],
        body: object,
        options: CallOptions,
    ) -> Pager[T]:
        from .paging import Pager

        if operation.deprecated is not None:
            _warn(operation)
        pager = Pager(self._api, operation, path, query, body, options)
        return cast("Pager[T]", pager.raw()) if self._raw else pager

    def _wait(
        self,
        operation: Operation[T],
        poll: Poll,
        path: tuple[object, ...],
        query: tuple[object, ...],
        timeout: float,
        on_progress: Callable[[T], object] | None,
        options: CallOptions,
    ) -> T:
        from .polling import wait

        return wait(self._api, operation, poll, path, query, timeout, on_progress, options)


class AsyncResource:
    """One resource of an API, called with await."""

    __slots__ = ("_api", "_raw")

    def __init__(self, api: Api[AsyncClient], *, raw: bool = False) -> None:
        self._api = api
        self._raw = raw

    async def _call(
        self,
        operation: Operation[T],
        path: tuple[object, ...],
        query: tuple[object, ...],
        body: object,
        options: CallOptions,
    ) -> T:
        if operation.deprecated is not None:
            _warn(operation)
        call = Call(self._api, operation, path, query, body, options)
        response = await self._api.client.send(call)
        check(operation, response)
        return _raw_value(operation, response) if self._raw else parse_value(operation, response)

    def _pages(
        self,
        operation: Operation[T],
        path: tuple[object, ...],
        query: tuple[object, ...],
        body: object,
        options: CallOptions,
    ) -> AsyncPager[T]:
        from .paging import AsyncPager

        if operation.deprecated is not None:
            _warn(operation)
        pager = AsyncPager(self._api, operation, path, query, body, options)
        return cast("AsyncPager[T]", pager.raw()) if self._raw else pager

    async def _wait(
        self,
        operation: Operation[T],
        poll: Poll,
        path: tuple[object, ...],
        query: tuple[object, ...],
        timeout: float,
        on_progress: Callable[[T], object] | None,
        options: CallOptions,
    ) -> T:
        from .polling import async_wait

        return await async_wait(self._api, operation, poll, path, query, timeout, on_progress, options)


def _warn(operation: Operation[Any]) -> None:
    import warnings

    warnings.warn(f"{operation.name} is deprecated: {operation.deprecated}", DeprecationWarning, stacklevel=4)


def _raw_value(operation: Operation[T], response: Any) -> T:
    # The type of with_raw_response tells the caller what really comes back.
    from .raw import RawResponse

    return cast("T", RawResponse(response, lambda answer: parse_value(operation, answer)))
