"""Keeps requests under the budgets a minute of each API and endpoint, smoothly and first come, first served.

A caller reserves the next free moment and waits for it; the order of reservations is the order of sending.
Half a budget may be spent at once, the rest follows at even distances; no window of a minute holds more.
"""

from __future__ import annotations

import os
import threading
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakValueDictionary

from ..errors.base import InvalidArgument
from ..errors.expect import a_number
from .bucket import WINDOW, Bucket

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from ..errors.course import RateBudgetExceeded
    from ..kernel.operation import Operation, RateLimit
    from .bucket import Turn

    # Counts a request against a bucket that others share; the seconds until it is worth another try, or 0.
    Shared = Callable[["Bucket"], float]

__all__ = ["WINDOW", "Bucket", "Limiter", "RateBudget", "Rates", "limiter_of"]


class RateBudget:
    """How a client keeps to the organisation's budgets of requests.

    Args:
        max_wait: Seconds that a call waits for its turn at most; if it would be more, `RateBudgetExceeded` is
            raised at once.
        share: The part of each budget that this process may use, from 0 to 1.
        redis_url: Where processes and machines share the budgets (`redis://…`); needs the packages `limits`
            and `redis`.
    """

    __slots__ = ("max_wait", "redis_url", "share")

    def __init__(self, max_wait: float = 120.0, *, share: float = 1.0, redis_url: str | None = None) -> None:
        if a_number(max_wait, "max_wait") < 0 or not 0 < a_number(share, "share") <= 1:
            raise InvalidArgument("max_wait must not be negative, and share must be above 0 and at most 1")
        self.max_wait = max_wait
        self.share = share
        self.redis_url = redis_url

    def __repr__(self) -> str:
        return f"RateBudget({self.max_wait!r}, share={self.share!r})"


class Limiter:
    """The buckets of one portal, shared by all clients of the process on any thread and event loop."""

    def __init__(self, share: float) -> None:
        self._share = share
        self._lock = threading.Lock()
        self._buckets: dict[str, Bucket] = {}

    def buckets(
        self, api: str, limits: tuple[RateLimit, ...], operation: Operation[object]
    ) -> tuple[Bucket, ...]:
        """Return the buckets that a call takes from: the narrowest of its endpoint, then the API's."""
        fitting = sorted(limits, key=lambda limit: _narrowness(limit, operation), reverse=True)
        found = [
            (f"{api} {operation.method} {operation.path}", limit.per_minute)
            for limit in fitting[:1]
            if _narrowness(limit, operation) > 0
        ]
        found += [(api, limit.per_minute) for limit in limits if limit.method == limit.path == "*"][:1]
        with self._lock:
            return tuple(
                self._buckets.setdefault(key, Bucket(key, max(1, int(per_minute * self._share))))
                for key, per_minute in found
            )

    def reset_lock(self) -> None:
        """Take a new lock, in a forked child: nobody there would ever release the old one."""
        self._lock = threading.Lock()

    def hold(self, buckets: tuple[Bucket, ...], until: float) -> None:
        """Let nobody take a turn before `until`: the server said that the budget is spent."""
        with self._lock:
            for bucket in buckets[:1]:
                bucket.resume = max(bucket.resume, until)

    def waits(
        self,
        buckets: tuple[Bucket, ...],
        clock: Callable[[], float],
        patience: float,
        name: str,
        shared: Shared | None,
    ) -> Generator[float]:
        """Yield the seconds to wait, each time one has to, until the call has its turn in every bucket.

        Args:
            buckets: What the call takes from.
            clock: The client's clock.
            patience: Seconds that the call may wait in all.
            name: The operation's name, for the error.
            shared: What counts a bucket's requests beyond this process, or None.
        """
        start = clock()
        taken: list[tuple[Bucket, Turn]] = []
        try:
            for bucket in buckets:
                yield from self._turn(bucket, taken, clock, patience - (clock() - start), name)
                while shared is not None and (seconds := shared(bucket)) > 0:
                    if clock() - start + seconds > patience:
                        raise _too_long(bucket, name, seconds, patience)
                    yield seconds
        except BaseException:  # cancelled while it waits, or refused by a later bucket: nothing will be sent
            with self._lock:
                for bucket, turn in taken:
                    bucket.give_back(turn)
            raise

    def _turn(
        self,
        bucket: Bucket,
        taken: list[tuple[Bucket, Turn]],
        clock: Callable[[], float],
        patience: float,
        name: str,
    ) -> Generator[float]:
        with self._lock:
            # Whoever does not want to wait gets what is free now.
            seconds, granted = bucket.reserve(clock(), max(0.0, patience))
            if granted:
                taken.append((bucket, bucket.latest))
        if not granted:
            raise _too_long(bucket, name, seconds, patience)
        if seconds > 0:
            yield seconds


class Rates(NamedTuple):
    """How one client keeps to the rate budgets of its portal.

    Attributes:
        limiter: The buckets that all clients of the process share.
        max_wait: Seconds that a call waits for its turn at most.
        shared: What counts requests together with other processes, or None.
    """

    limiter: Limiter
    max_wait: float
    shared: Shared | None


_limiters: WeakValueDictionary[str, Limiter] = WeakValueDictionary()
_limiters_lock = threading.Lock()


def limiter_of(portal: str, budget: RateBudget) -> Limiter:
    """Return the process's limiter of a portal; it lives as long as one of its clients."""
    key = f"{portal} {budget.share}"
    with _limiters_lock:
        limiter = _limiters.get(key)
        if limiter is None:
            limiter = _limiters[key] = Limiter(budget.share)
        return limiter


def _after_fork() -> None:
    global _limiters_lock
    _limiters_lock = threading.Lock()
    for limiter in list(_limiters.values()):
        limiter.reset_lock()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_after_fork)


def _narrowness(limit: RateLimit, operation: Operation[object]) -> int:
    if limit.method not in ("*", operation.method) or limit.path not in ("*", operation.path):
        return -1
    return (limit.path != "*") * 2 + (limit.method != "*")


def _too_long(bucket: Bucket, name: str, seconds: float, patience: float) -> RateBudgetExceeded:
    from ..errors.course import RateBudgetExceeded

    return RateBudgetExceeded(
        f"{name} would wait {seconds:.0f} s for its turn: {bucket.limit} requests a minute ({bucket.key});"
        f" it may wait {max(0.0, patience):.0f} s",
        seconds,
    )
