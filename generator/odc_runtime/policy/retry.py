"""When a failed attempt is made again, and after how long; nothing here waits or sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors.base import InvalidArgument, TransportError, WrongType
from ..errors.expect import a_number

if TYPE_CHECKING:
    from ..kernel._http import httpx

__all__ = ["DEFAULT_RETRY", "Retry", "checked_retry", "policy_for"]

IDEMPOTENT = frozenset({"GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"})
TOO_MANY = 429


class Retry:
    """The retry policy: exponential back-off with full jitter, bounded in number and time.

    Args:
        attempts: How often a call is tried in all.
        budget: Seconds from its start after which no further attempt is made.
        base: Seconds that the first pause may last; each later one may last twice as long.
        cap: Seconds that no pause exceeds.
        retry_after_cap: Seconds that a `Retry-After` of the server is honoured for.
        throttled_base: The `base` after a 429 that does not say how long to wait.
        replay: Whether POST and PATCH may be sent again although the server may have processed them.
    """

    __slots__ = ("attempts", "base", "budget", "cap", "replay", "retry_after_cap", "throttled_base")

    def __init__(
        self,
        attempts: int = 4,
        *,
        budget: float = 120.0,
        base: float = 0.5,
        cap: float = 20.0,
        retry_after_cap: float = 60.0,
        throttled_base: float = 4.0,
        replay: bool = False,
    ) -> None:
        limits = (attempts, budget, base, cap, retry_after_cap, throttled_base)
        if min(a_number(one, "each limit of a retry policy") for one in limits) < 0 or attempts < 1:
            raise InvalidArgument("a retry policy needs at least one attempt and no negative times")
        self.attempts = attempts
        self.budget = budget
        self.base = base
        self.cap = cap
        self.retry_after_cap = retry_after_cap
        self.throttled_base = throttled_base
        self.replay = replay

    def pause(
        self,
        outcome: httpx.Response | TransportError,
        *,
        method: str,
        tries: int,
        elapsed: float,
        replayable: bool,
        chance: float,
    ) -> float | None:
        """Return the seconds to wait before the next attempt, or None if there must be none.

        Args:
            outcome: The answer with a temporary status, or the error of the last attempt.
            method: The HTTP method.
            tries: How many attempts were made.
            elapsed: Seconds since the first one started.
            replayable: Whether the body can be sent again.
            chance: A random number from 0 to 1, which places the pause in its range.
        """
        if tries >= self.attempts or not replayable:
            return None
        if not (self.replay or method in IDEMPOTENT or _unprocessed(outcome)):
            return None
        if isinstance(outcome, TransportError):
            seconds = self._backoff(self.base, tries, chance) if outcome.temporary else None
        else:
            seconds = self._after(outcome, tries, chance)
        return None if seconds is None or elapsed + seconds > self.budget else seconds

    def replaying(self) -> Retry:
        """Return this policy, but with `replay=True`."""
        return Retry(
            self.attempts,
            budget=self.budget,
            base=self.base,
            cap=self.cap,
            retry_after_cap=self.retry_after_cap,
            throttled_base=self.throttled_base,
            replay=True,
        )

    def _after(self, response: httpx.Response, tries: int, chance: float) -> float:
        from ..kernel.retry_after import retry_after

        told = retry_after(response.headers.get("retry-after"))
        if told is not None:
            # A fleet that was told the same second must not come back in the same instant.
            return min(told, self.retry_after_cap) + chance * self.base
        base = self.throttled_base if response.status_code == TOO_MANY else self.base
        return self._backoff(base, tries, chance)

    def _backoff(self, base: float, tries: int, chance: float) -> float:
        return chance * min(self.cap, base * 2.0 ** (tries - 1))


DEFAULT_RETRY = Retry()
NO_RETRY = Retry(1)


def checked_retry(given: object) -> Retry | bool:
    """Return what says how to retry.

    Raises:
        WrongType: It is no policy and no bool; a number of attempts would otherwise be taken for True.
    """
    if not isinstance(given, (Retry, bool)):
        raise WrongType(f"retry must be a Retry or a bool, not a {type(given).__name__}")
    return given


def policy_for(client: Retry | bool, own: Retry | bool | None) -> Retry:
    """Return the policy of a call: its own, or its client's, which `own=True` extends to replays."""
    policy = client if isinstance(client, Retry) else DEFAULT_RETRY
    if isinstance(own, Retry):
        return own
    if own is None:
        return policy if client else NO_RETRY
    return policy.replaying() if own else NO_RETRY


def _unprocessed(outcome: httpx.Response | TransportError) -> bool:
    if isinstance(outcome, TransportError):
        return not outcome.sent
    return outcome.status_code == TOO_MANY
