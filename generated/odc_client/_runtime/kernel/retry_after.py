"""`Retry-After`, in seconds or as a date."""

from __future__ import annotations

__all__ = ["retry_after"]


def retry_after(value: str | None, now: float | None = None) -> float | None:
    """Return the seconds to wait that a `Retry-After` header tells; None if it is absent or unreadable.

    Args:
        value: The header: a number of seconds, or an HTTP date.
        now: The wall clock as a timestamp, if not the present.
    """
    if not value:
        return None
    text = value.strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    return _until(text, now)


def _until(text: str, now: float | None) -> float | None:
    import time
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text).timestamp()
    except (ValueError, OverflowError):
        return None
    return max(0.0, moment - (time.time() if now is None else now))
