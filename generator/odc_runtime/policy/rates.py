"""Keeps requests under the budgets a minute of each API and endpoint, smoothly and first come, first served.

A caller reserves the next free moment and waits for it; the order of reservations is the order of sending.
Half a budget may be spent at once, the rest follows at even distances; no window of a minute holds more.
"""

from __future__ import annotations

import os
import threading
from collections import deque
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakValueDictionary

from ..errors.base import InvalidArgument

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..errors.course import RateBudgetExceeded
    from ..kernel.operation import Operation, RateLimit

    # Counts a request against a bucket that others share; the seconds until it is worth another try, or 0.
    Shared = Callable[["Bucket"], float]

__all__ = ["Bucket", "Limiter", "RateBudget", "Rates", "limiter_of"]

# A second more than the server's minute, for requests that arrive closer together than they left.
WINDOW = 61.0


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
        if max_wait < 0 or not 0 < share <= 1:
            raise InvalidArgument("max_wait must not be negative, and share must be above 0 and at most 1")
        self.max_wait = max_wait
        self.share = share
        self.redis_url = redis_url

    def __repr__(self) -> str:
        return f"RateBudget({self.max_wait!r}, share={self.share!r})"


class Bucket:
    """The reservations of one budget; it knows no clock."""

    __slots__ = ("burst", "interval", "key", "limit", "reserved", "resume", "turn")

    def __init__(self, key: str, limit: int) -> None:
        self.key = key
        self.limit = limit
        self.interval = WINDOW / limit
        self.burst = (limit + 1) // 2
        self.turn = 0.0
        self.resume = 0.0
        self.reserved: deque[float] = deque(maxlen=limit)

    def reserve(self, now: float, patience: float) -> tuple[float, bool]:
        """Return the seconds until the next free moment, and whether it was taken: only within `patience`."""
        smooth = max(now, self.turn - (self.burst - 1) * self.interval)
        full = len(self.reserved) == self.limit
        moment = max(smooth, self.resume, self.reserved[0] + WINDOW if full else 0.0)
        if moment - now > patience:
            return moment - now, False
        # Only idle time earns a new burst, not the time that a full window or the server makes one wait.
        self.turn = max(self.turn, smooth) + self.interval + (moment - smooth)
        self.reserved.append(moment)
        return moment - now, True


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
    ) -> Iterator[float]:
        """Yield the seconds to wait, each time one has to, until the call has its turn in every bucket.

        Args:
            buckets: What the call takes from.
            clock: The client's clock.
            patience: Seconds that the call may wait in all.
            name: The operation's name, for the error.
            shared: What counts a bucket's requests beyond this process, or None.
        """
        start = clock()
        for bucket in buckets:
            with self._lock:
                seconds, taken = bucket.reserve(clock(), patience - (clock() - start))
            if not taken:
                raise _too_long(bucket, name, seconds, patience)
            if seconds > 0:
                yield seconds
            while shared is not None and (seconds := shared(bucket)) > 0:
                if clock() - start + seconds > patience:
                    raise _too_long(bucket, name, seconds, patience)
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
