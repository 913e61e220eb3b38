"""Waiting for a long operation: the documented cadence, its final states, and one overall timeout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from ..auth.no_token import TokenTimeout
from ..call.call import NONE, call_of
from ..errors.base import OdcError, RequestTimeout, TransportError
from ..errors.course import OperationFailed, RateBudgetExceeded, WaitTimeout
from ..errors.status import NotFound, RateLimited, ServerError
from ..kernel.operation import Operation
from ..wire.answer import as_is, check, decode_body, parse_json
from .messages import messages_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..call.api import Api
    from ..call.call import Call
    from ..kernel._http import httpx
    from ..kernel.operation import Poll
    from ..policy.options import CallOptions, PollOptions
    from ..transport.async_ import AsyncTransport
    from ..transport.sync import SyncTransport

__all__ = ["Watch", "async_wait", "wait"]

T = TypeVar("T")

# ODC's recommended cadence: every 5 s during the first 30 s, then every 30 s.
FAST, SLOW, FAST_FOR = 5.0, 30.0, 30.0
# How long a 404 may mean "not ready yet", in seconds from the first look.
MISSING_FOR = 120.0
# What the last look may take beyond the end.
SHORTEST_LOOK = 0.15
# What an outage of the server looks like; the operation goes on meanwhile, and so does waiting for it.
PASSING = (RateLimited, ServerError, TransportError, RateBudgetExceeded, TokenTimeout)
# How long a failed operation is asked why, in seconds.
REASONS_WITHIN = 30.0


class Watch(Generic[T]):
    """One wait: it reads answers and says how long to pause; it neither sends nor sleeps.

    Attributes:
        result: The last answer, decoded.
        ended: Whether it is the final one.
        failure: The error of an operation that ended in a failure, or None.
    """

    def __init__(
        self,
        api: Api[Any],
        operation: Operation[T],
        poll: Poll,
        path: tuple[object, ...],
        query: Mapping[str, object],
        timeout: float,
        options: PollOptions,
        header: Mapping[str, object] = NONE,
        cookie: Mapping[str, object] = NONE,
    ) -> None:
        self.result: T
        self.ended = False
        self.failure: OperationFailed | None = None
        self._api = api
        self._operation = operation
        self._poll = poll
        self._path = path
        self._query = query
        self._timeout = timeout
        self._options = options
        self._header = header
        self._cookie = cookie
        self._clock = api.transport.clock
        self._start = self._clock()
        self._status: str | None = None
        self._trouble: OdcError | None = None
        self._told: list[str] = []

    @property
    def key(self) -> str:
        """The operation's key, from which another process can go on waiting."""
        return "/".join(str(value) for value in self._path)

    def look(self) -> Call:
        """Return the call of the next look; it must not outlast the wait."""
        left = max(SHORTEST_LOOK, self._timeout - (self._clock() - self._start))
        budget = min(left, self._options.get("budget", left))
        options = cast("CallOptions", {**self._options, "budget": budget})
        return call_of(
            self._api, self._operation, self._path, self._query, None, options, self._header, self._cookie
        )

    def read(self, response: httpx.Response) -> bool:
        """Take in an answer, and tell whether it shows the operation.

        Raises:
            StatusError: The server refuses to tell.
        """
        check(self._operation, response)
        data = parse_json(self._operation, response)
        decode = self._operation.decode or as_is
        self.result = decode_body(self._operation, response, data, decode)
        self._trouble = None
        status = cast("dict[str, Any]", data).get(self._poll.status) if isinstance(data, dict) else None
        self._status = status if isinstance(status, str) else None
        if self._is_in(self._poll.failed):
            self._told = messages_of(data)
            self.failure = self._failed()
        self.ended = self._is_in(self._poll.done) or self._is_in(self._poll.pause)
        return True

    def reasons(self) -> Call | None:
        """Return the call that asks why the operation failed, if there is one."""
        operation, tail = self._operation, self._poll.messages
        if not tail:
            return None
        asked = Operation(
            f"{operation.name}: {tail}",
            "GET",
            f"{operation.path}/{tail}",
            as_is,
            secured=operation.secured,
            server=operation.server,
        )
        left = min(REASONS_WITHIN, self._options.get("budget", REASONS_WITHIN))
        return call_of(
            self._api, asked, self._path, NONE, None, cast("CallOptions", {**self._options, "budget": left})
        )

    def explain(self, response: httpx.Response) -> None:
        """Add the messages of the operation to its failure."""
        check(self._operation, response)
        self._told += [
            text for text in messages_of(parse_json(self._operation, response)) if text not in self._told
        ]
        self.failure = self._failed()

    def unexplained(self, error: OdcError) -> None:
        """Say that the messages could not be fetched: that must not hide the failure."""
        self._told.append(f"its messages could not be fetched ({error})")
        self.failure = self._failed()

    def _failed(self) -> OperationFailed:
        return OperationFailed(self._operation, self.key, str(self._status), self.result, self._told)

    def excuse(self, error: OdcError) -> None:
        """Let a passing trouble pass, and raise any other error."""
        early = self._status is None and self._clock() - self._start < MISSING_FOR
        missing = isinstance(error, NotFound) and self._poll.missing_ok and early
        if not missing and not isinstance(error, PASSING):
            raise error
        # The last look is cut off by the end of the wait: that is no cause where there is another.
        cut = isinstance(error, RequestTimeout) and self._clock() - self._start >= self._timeout
        if self._trouble is None or not cut:
            self._trouble = error

    def pause(self) -> float:
        """Return the seconds until the next look.

        Raises:
            WaitTimeout: There is no time for one.
        """
        elapsed = self._clock() - self._start
        if elapsed >= self._timeout:
            raise WaitTimeout(self._operation, self.key, self._status, self._timeout) from self._trouble
        return float(min(FAST if elapsed < FAST_FOR else SLOW, self._timeout - elapsed))

    def _is_in(self, states: tuple[str, ...]) -> bool:
        status = self._status
        return status is not None and status.casefold() in (state.casefold() for state in states)


def wait(
    api: Api[SyncTransport],
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
    """Look again and again until the operation has ended, and return its final answer."""
    watch = Watch(api, operation, poll, path, query, timeout, options, header, cookie)
    while True:
        try:
            seen = watch.read(api.transport.send(watch.look()))
        except OdcError as error:
            seen = False
            watch.excuse(error)
        if seen and watch.failure is None and on_progress is not None:
            on_progress(watch.result)
        if watch.failure is not None:
            if (asked := watch.reasons()) is not None:
                try:
                    watch.explain(api.transport.send(asked))
                except OdcError as error:
                    watch.unexplained(error)
            raise watch.failure
        if watch.ended:
            return watch.result
        api.transport.sleep(watch.pause())


async def async_wait(
    api: Api[AsyncTransport],
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
    """Look again and again until the operation has ended, and return its final answer."""
    watch = Watch(api, operation, poll, path, query, timeout, options, header, cookie)
    while True:
        try:
            seen = watch.read(await api.transport.send(watch.look()))
        except OdcError as error:
            seen = False
            watch.excuse(error)
        if seen and watch.failure is None and on_progress is not None:
            told: Any = on_progress(watch.result)
            if hasattr(told, "__await__"):
                await told
        if watch.failure is not None:
            if (asked := watch.reasons()) is not None:
                try:
                    watch.explain(await api.transport.send(asked))
                except OdcError as error:
                    watch.unexplained(error)
            raise watch.failure
        if watch.ended:
            return watch.result
        await api.transport.sleep(watch.pause())
