"""One renewal of a token, for which any number of threads and tasks wait."""

from __future__ import annotations

import time
from concurrent.futures import Future
from typing import TYPE_CHECKING

from .errors import TokenTimeout

if TYPE_CHECKING:
    from collections.abc import Generator

    from .holding import Holding

    Result = Holding | Exception | None
    Course = Generator["Flight", Result, Holding]

__all__ = ["Flight", "drive", "drive_async"]


class Flight:
    """A renewal on its way; it ends in a holding, in an error, or in None if it was given up halfway.

    Attributes:
        forced: Whether it began after the API had refused the token at hand.
        era: The manager's era it belongs to; what lands in a later one is not kept.
    """

    __slots__ = ("_future", "_started", "era", "forced")

    def __init__(self, era: int, forced: bool) -> None:
        self.era = era
        self.forced = forced
        self._started = time.monotonic()
        self._future: Future[Result] = Future()
        self._future.set_running_or_notify_cancel()  # a cancelled waiter must not cancel it for the others

    def land(self, result: Result) -> None:
        """End the wait of everyone."""
        self._future.set_result(result)

    def overdue(self, timeout: float) -> bool:
        """Tell whether it hangs for so long that someone else should try."""
        return time.monotonic() - self._started > timeout

    def wait(self, timeout: float) -> Result:
        """Block until it ends, for `timeout` seconds at most."""
        try:
            return self._future.result(timeout)
        except TimeoutError:
            return _late(timeout)

    async def wait_async(self, timeout: float) -> Result:  # noqa: ASYNC109 the caller's budget, not a scope
        """Wait until it ends, for `timeout` seconds at most; cancelling the waiter leaves it on its way."""
        import asyncio

        try:
            return await asyncio.wait_for(asyncio.wrap_future(self._future), timeout)
        except TimeoutError:
            return _late(timeout)


def _late(timeout: float) -> TokenTimeout:
    return TokenTimeout(f"no token came within {timeout:.1f} s; is the identity provider reachable?")


def drive(course: Course, timeout: float) -> Holding:
    """Go through a course, blocking where it waits."""
    deadline = time.monotonic() + timeout
    try:
        flight = next(course)
        while True:
            flight = course.send(flight.wait(max(0.0, deadline - time.monotonic())))
    except StopIteration as end:
        found: Holding = end.value
        return found


async def drive_async(course: Course, timeout: float) -> Holding:  # noqa: ASYNC109 as above
    """Go through a course, awaiting where it waits."""
    deadline = time.monotonic() + timeout
    try:
        flight = next(course)
        while True:
            flight = course.send(await flight.wait_async(max(0.0, deadline - time.monotonic())))
    except StopIteration as end:
        found: Holding = end.value
        return found
