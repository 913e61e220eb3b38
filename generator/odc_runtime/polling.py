"""Waiting for a long operation: the documented cadence, its terminal states, one overall timeout."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, Any, TypeVar

from .answer import check, decode_body, parse_json
from .call import Call
from .errors import NotFound, OdcError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._http import httpx
    from .client import Api, AsyncClient, SyncClient
    from .operation import Operation, Poll
    from .options import CallOptions

__all__ = ["OperationFailed", "WaitTimeout", "async_wait", "wait"]

T = TypeVar("T")
FAST, SLOW, FAST_FOR = 5.0, 30.0, 30.0


class OperationFailed(OdcError):
    """The operation ended in a failure.

    Attributes:
        status: The state it ended in.
        result: The final answer, decoded.
        messages: What the answer says about it.
    """

    def __init__(self, operation: Operation[Any], status: str, result: Any, messages: list[str]) -> None:
        self.operation = operation.name
        self.status = status
        self.result = result
        self.messages = messages
        told = "".join(f"; {message}" for message in messages)
        super().__init__(f"{operation.name}: the operation ended as {status}{told}")


class WaitTimeout(OdcError, TimeoutError):
    """The operation did not end in time; it goes on, and waiting can be resumed with its key.

    Attributes:
        status: The state it was last seen in, or None.
    """

    def __init__(self, operation: Operation[Any], status: str | None, timeout: float) -> None:
        self.operation = operation.name
        self.status = status
        super().__init__(f"{operation.name}: still {status or 'not found'} after {timeout:g} s")


class Watch:
    """One wait: reads answers and says how long to pause; it neither sends nor sleeps."""

    def __init__(self, operation: Operation[T], poll: Poll, timeout: float, now: float) -> None:
        self.operation = operation
        self.poll = poll
        self.timeout = timeout
        self.start = now
        self.status: str | None = None
        self.ended = False

    def read(self, response: httpx.Response, on_progress: Callable[[Any], object] | None) -> Any:
        """Return the decoded answer, or None if there is none yet; sets `ended`."""
        try:
            check(self.operation, response)
        except NotFound:
            if not self.poll.missing_ok:
                raise
            return None
        data = parse_json(self.operation, response)
        result = decode_body(self.operation, response, data, self.operation.decode or (lambda body: body))
        status = data.get(self.poll.status) if isinstance(data, dict) else None
        self.status = status if isinstance(status, str) else None
        if on_progress is not None:
            on_progress(result)
        if self.status in self.poll.failed:
            raise OperationFailed(self.operation, str(status), result, [])
        self.ended = self.status in self.poll.done or self.status in self.poll.pause
        return result

    def pause(self, now: float) -> float:
        """Return the seconds until the next look; raises `WaitTimeout` when there is no time for one."""
        elapsed = now - self.start
        seconds = FAST if elapsed < FAST_FOR else SLOW
        if elapsed >= self.timeout:
            raise WaitTimeout(self.operation, self.status, self.timeout)
        return min(seconds, self.timeout - elapsed)


def wait(
    api: Api[SyncClient],
    operation: Operation[T],
    poll: Poll,
    path: tuple[object, ...],
    query: tuple[object, ...],
    timeout: float,
    on_progress: Callable[[T], object] | None,
    options: CallOptions,
) -> T:
    """Look again and again until the operation has ended, and return its final answer."""
    watch = Watch(operation, poll, timeout, time.monotonic())
    while True:
        response = api.client.send(Call(api, operation, path, query, None, options))
        result: T = watch.read(response, on_progress)
        if watch.ended:
            return result
        time.sleep(watch.pause(time.monotonic()))


async def async_wait(
    api: Api[AsyncClient],
    operation: Operation[T],
    poll: Poll,
    path: tuple[object, ...],
    query: tuple[object, ...],
    timeout: float,
    on_progress: Callable[[T], object] | None,
    options: CallOptions,
) -> T:
    """Look again and again until the operation has ended, and return its final answer."""
    watch = Watch(operation, poll, timeout, time.monotonic())
    while True:
        response = await api.client.send(Call(api, operation, path, query, None, options))
        result: T = watch.read(response, on_progress)
        if watch.ended:
            return result
        await asyncio.sleep(watch.pause(time.monotonic()))
