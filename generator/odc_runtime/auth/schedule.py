"""When a token is used, refreshed and given up: pure decisions, taken from times alone.

The life of a token, from the moment its request was sent:

    |------- use --------|-- advisory: refreshed in the background --|-- mandatory: callers wait --| expired
"""

from __future__ import annotations

from enum import Enum, auto

__all__ = [
    "ADVISORY_SECONDS",
    "DOWN_SECONDS",
    "FAIL_FAST_SECONDS",
    "HOPELESS_SECONDS",
    "JITTER_SECONDS",
    "MANDATORY_SECONDS",
    "QUIET_SECONDS",
    "UNKNOWN_LIFETIME_SECONDS",
    "Schedule",
    "Verdict",
    "memory_of_failure",
    "quiet_after_failure",
    "verdict",
]

ADVISORY_SECONDS = 900.0
MANDATORY_SECONDS = 300.0
JITTER_SECONDS = 60.0
WINDOW_SHARE = 0.2  # of the lifetime, at most
QUIET_SECONDS = 30.0
FAIL_FAST_SECONDS = 60.0
RETRY_AFTER_CAP_SECONDS = 300.0
DOWN_SECONDS = 5.0  # without a token, after each attempt at one had failed
HOPELESS_SECONDS = 10.0  # after a new token, too, was refused
UNKNOWN_LIFETIME_SECONDS = 3600.0


class Verdict(Enum):
    """What a caller does about the token at hand."""

    USE = auto()
    REFRESH_SOON = auto()
    REFRESH_NOW = auto()


class Schedule:
    """The turning points of one token's life, on the monotonic clock.

    Windows shrink in proportion with short lives. Within the advisory window each process starts at a moment
    of its own, `jitter` (0 to 1) of a minute late, so that a fleet does not refresh all at once.
    """

    __slots__ = ("advise_at", "deadline", "mandate_at")

    def __init__(self, lifetime: float, deadline: float, jitter: float) -> None:
        advisory = min(ADVISORY_SECONDS, lifetime * WINDOW_SHARE)
        scale = advisory / ADVISORY_SECONDS
        self.deadline = deadline
        self.mandate_at = deadline - MANDATORY_SECONDS * scale
        self.advise_at = deadline - advisory + JITTER_SECONDS * scale * jitter


def verdict(schedule: Schedule | None, now: float, quiet_until: float) -> Verdict:
    """Decide about a token; before `quiet_until` one that still lives is used without another try."""
    if schedule is None or now >= schedule.deadline:
        return Verdict.REFRESH_NOW
    if now < schedule.advise_at or now < quiet_until:
        return Verdict.USE
    return Verdict.REFRESH_SOON if now < schedule.mandate_at else Verdict.REFRESH_NOW


def quiet_after_failure(now: float, temporary: bool, retry_after: float | None, mandate_at: float) -> float:
    """Return until when a living token is used without another try, after a refresh failed.

    What was refused for good is not hidden from the callers of the mandatory window (from `mandate_at`).
    """
    if not temporary:
        return min(now + QUIET_SECONDS, mandate_at)
    return now + max(QUIET_SECONDS, min(retry_after or 0.0, RETRY_AFTER_CAP_SECONDS))


def memory_of_failure(temporary: bool, retry_after: float | None) -> float:
    """Return for how many seconds an identical request fails at once with the same error."""
    if temporary:
        return min(retry_after or 0.0, RETRY_AFTER_CAP_SECONDS)
    return FAIL_FAST_SECONDS
