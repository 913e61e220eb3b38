"""The base classes of generated resources: two thin lines of a method end here."""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING, Any, TypeVar, cast

from ..call.call import NONE, call_of
from ..kernel.arguments import accept
from ..policy.options import CALL_OPTIONS, POLL_OPTIONS
from ..wire.answer import check, parse_value

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping

    from ..call.api import Api
    from ..call.call import Call
    from ..flows.paging import AsyncPager, Pager
    from ..flows.transfer import Source
    from ..kernel.operation import Operation, Poll
    from ..policy.options import CallOptions, PollOptions
    from ..transport.async_ import AsyncTransport
    from ..transport.sync import SyncTransport
    from ..wire.streams import Progress

__all__ = ["AsyncResource", "Resource", "raw_twin"]

T = TypeVar("T")


class Resource:
    """One resource of an API; its methods block until the answer is there."""

    __slots__ = ("_api", "_raw")

    def __init__(self, api: Api[SyncTransport]) -> None:
        self._api = api
        self._raw = False

    def _call(
        self,
        operation: Operation[T],
        path: tuple[object, ...],
        query: Mapping[str, object],
        body: object,
        options: CallOptions,
        header: Mapping[str, object] = NONE,
        cookie: Mapping[str, object] = NONE,
    ) -> T:
        if options:
            accept(options, CALL_OPTIONS)
        if operation.deprecated is not None:
            _warn(operation)
        response = self._api.transport.send(
            call_of(self._api, operation, path, query, body, options, header, cookie)
        )
        check(operation, response)
        return _raw_value(operation, response) if self._raw else parse_value(operation, response)

    def _pages(
        self,
        operation: Operation[list[T]],
        path: tuple[object, ...],
        query: Mapping[str, object],
        body: object,
        options: CallOptions,
        header: Mapping[str, object] = NONE,
        cookie: Mapping[str, object] = NONE,
    ) -> Pager[T]:
        from ..flows.paging import Pager

        if options:
            accept(options, CALL_OPTIONS)
        if operation.deprecated is not None:
            _warn(operation)
        pager = Pager(self._api, operation, path, query, body, options, header, cookie)
        return cast("Pager[T]", pager.raw_page()) if self._raw else pager

    def _wait(
        self,
        operation: Operation[T],
        poll: Poll,
        path: tuple[object, ...],
        query: Mapping[str, object],
        timeout: float,
        on_progress: Callable[[T], object] | None,
        options: PollOptions,
        header: Mapping[str, object] = NONE,
        cookie: Mapping[str, object] = NONE,
    ) -> T:
        if options:
            accept(options, POLL_OPTIONS)
        if self._raw:
            raise TypeError("waiting has no raw answer")
        from ..flows.polling import wait

        return wait(self._api, operation, poll, path, query, timeout, on_progress, options, header, cookie)

    def _upload(
        self,
        operation: Operation[T],
        path: tuple[object, ...],
        query: Mapping[str, object],
        source: Source,
        on_progress: Progress | None,
        options: CallOptions,
        field: str = "uploadUrl",
        header: Mapping[str, object] = NONE,
        cookie: Mapping[str, object] = NONE,
    ) -> T:
        """Ask for a pre-signed URL, put `source` there, and return the answer that told it."""
        if options:
            accept(options, CALL_OPTIONS)
        from ..flows.transfer import signed_url, upload

        transport = self._api.transport
        response = transport.send(call_of(self._api, operation, path, query, None, options, header, cookie))
        upload(transport, signed_url(operation, response, field), source, on_progress)
        return parse_value(operation, response)


class AsyncResource:
    """One resource of an API; its methods are awaited."""

    __slots__ = ("_api", "_raw")

    def __init__(self, api: Api[AsyncTransport]) -> None:
        self._api = api
        self._raw = False

    def _call(
        self,
        operation: Operation[T],
        path: tuple[object, ...],
        query: Mapping[str, object],
        body: object,
        options: CallOptions,
        header: Mapping[str, object] = NONE,
        cookie: Mapping[str, object] = NONE,
    ) -> Coroutine[Any, Any, T]:
        if options:
            accept(options, CALL_OPTIONS)
        if operation.deprecated is not None:
            _warn(operation)  # here and not in the coroutine, whose caller may be the event loop
        return self._answer(
            operation, call_of(self._api, operation, path, query, body, options, header, cookie)
        )

    async def _answer(self, operation: Operation[T], call: Call) -> T:
        response = await self._api.transport.send(call)
        check(operation, response)
        return _raw_value(operation, response) if self._raw else parse_value(operation, response)

    def _pages(
        self,
        operation: Operation[list[T]],
        path: tuple[object, ...],
        query: Mapping[str, object],
        body: object,
        options: CallOptions,
        header: Mapping[str, object] = NONE,
        cookie: Mapping[str, object] = NONE,
    ) -> AsyncPager[T]:
        from ..flows.paging import AsyncPager

        if options:
            accept(options, CALL_OPTIONS)
        if operation.deprecated is not None:
            _warn(operation)
        pager = AsyncPager(self._api, operation, path, query, body, options, header, cookie)
        return cast("AsyncPager[T]", pager.raw_page()) if self._raw else pager

    async def _wait(
        self,
        operation: Operation[T],
        poll: Poll,
        path: tuple[object, ...],
        query: Mapping[str, object],
        timeout: float,  # noqa: ASYNC109 - of the operation, not of this coroutine
        on_progress: Callable[[T], object] | None,
        options: PollOptions,
        header: Mapping[str, object] = NONE,
        cookie: Mapping[str, object] = NONE,
    ) -> T:
        if options:
            accept(options, POLL_OPTIONS)
        if self._raw:
            raise TypeError("waiting has no raw answer")
        from ..flows.polling import async_wait

        return await async_wait(
            self._api, operation, poll, path, query, timeout, on_progress, options, header, cookie
        )

    async def _upload(
        self,
        operation: Operation[T],
        path: tuple[object, ...],
        query: Mapping[str, object],
        source: Source,
        on_progress: Progress | None,
        options: CallOptions,
        field: str = "uploadUrl",
        header: Mapping[str, object] = NONE,
        cookie: Mapping[str, object] = NONE,
    ) -> T:
        """Ask for a pre-signed URL, put `source` there, and return the answer that told it."""
        if options:
            accept(options, CALL_OPTIONS)
        from ..flows.transfer import async_upload, signed_url

        transport = self._api.transport
        response = await transport.send(
            call_of(self._api, operation, path, query, None, options, header, cookie)
        )
        await async_upload(transport, signed_url(operation, response, field), source, on_progress)
        return parse_value(operation, response)


R = TypeVar("R", bound="Resource | AsyncResource")


def raw_twin(resource: R) -> R:
    """Return a twin of `resource` whose methods return raw answers; `with_raw_response` tells their types."""
    twin = copy(resource)
    twin._raw = True  # noqa: SLF001  # pyright: ignore[reportPrivateUsage] - other names belong to operations
    return twin


def _warn(operation: Operation[Any]) -> None:
    import warnings

    warnings.warn(f"{operation.name} is deprecated: {operation.deprecated}", DeprecationWarning, stacklevel=4)


def _raw_value(operation: Operation[T], response: Any) -> T:
    # The type of with_raw_response tells the caller what really comes back.
    from ..wire.raw_response import RawResponse

    return cast("T", RawResponse(response, lambda answer: parse_value(operation, answer)))
