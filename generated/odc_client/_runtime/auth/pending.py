"""One renewal of a token, for which any number of threads and tasks wait."""

from __future__ import annotations

import time
from concurrent.futures import Future
from typing import TYPE_CHECKING

from ..kernel.loops import outcome
from .no_token import TokenTimeout

if TYPE_CHECKING:
    from collections.abc import Generator

    from .held_token import HeldToken

    Result = HeldToken | Exception | None
    Steps = Generator["PendingRenewal", Result, HeldToken]

__all__ = ["PendingRenewal", "drive", "drive_async"]


class PendingRenewal:
    """A renewal on its way; it ends in a token, in an error, or in None if it was given up halfway.

    Attributes:
        forced: Whether it began after the API had refused the token at hand.
        generation: How often the manager had been cleared when it began; what ends later is not kept.
    """

    __slots__ = ("_future", "_started", "forced", "generation")

    def __init__(self, generation: int, forced: bool) -> None:
        self.generation = generation
        self.forced = forced
        self._started = time.monotonic()
        self._future: Future[Result] = Future()
        self._future.set_running_or_notify_cancel()  # a cancelled waiter must not cancel it for the others

    def finish(self, result: Result) -> None:
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
        try:
            return await outcome(self._future, timeout)
        except TimeoutError:
            return _late(timeout)


def _late(timeout: float) -> TokenTimeout:
    return TokenTimeout(f"no token came within {timeout:.1f} s; is the identity provider reachable?")


def drive(steps: Steps, timeout: float) -> HeldToken:
    """Go through the steps, blocking where they wait."""
    deadline = time.monotonic() + timeout
    try:
        pending = next(steps)
        while True:
            pending = steps.send(pending.wait(max(0.0, deadline - time.monotonic())))
    except StopIteration as end:
        found: HeldToken = end.value
        return found


async def drive_async(steps: Steps, timeout: float) -> HeldToken:  # noqa: ASYNC109 as above
    """Go through the steps, awaiting where they wait."""
    deadline = time.monotonic() + timeout
    try:
        pending = next(steps)
        while True:
            pending = steps.send(await pending.wait_async(max(0.0, deadline - time.monotonic())))
    except StopIteration as end:
        found: HeldToken = end.value
        return found
