"""Whether and when the token endpoint is asked again: a pure decision."""

from __future__ import annotations

__all__ = ["ATTEMPTS", "is_temporary", "pause"]

ATTEMPTS = 3
FIRST_PAUSE_SECONDS = 0.5


def is_temporary(status: int) -> bool:
    """Tell whether the same request may get another answer later."""
    return status in (408, 425, 429) or status >= 500


def pause(attempt: int, retry_after: float | None, remaining: float, draw: float) -> float | None:
    """Return the seconds to wait after the failed `attempt` (from 1), or None to give up.

    Args:
        attempt: How many attempts have been made.
        retry_after: What the server asked for, in seconds, or None.
        remaining: Seconds left of the budget; a pause that would use them up is not begun.
        draw: A random number from 0 to 1, which spreads the attempts of a fleet.
    """
    if attempt >= ATTEMPTS:
        return None
    wait = FIRST_PAUSE_SECONDS * 2 ** (attempt - 1) * (0.5 + draw / 2)
    if retry_after is not None:
        wait = max(wait, retry_after * (1 + draw / 10))
    return wait if wait < remaining else None
