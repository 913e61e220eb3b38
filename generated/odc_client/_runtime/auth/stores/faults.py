"""What can go wrong with a token store, and that it is said once."""

from __future__ import annotations

from ...kernel.log import package_logger
from ..audit import audit

__all__ = ["Notices", "StoreUnavailable", "Unreadable"]

logger = package_logger("auth")


class StoreUnavailable(Exception):
    """The place that keeps the tokens cannot be used now; the message tells why, and what to do."""


class Unreadable(Exception):
    """An entry exists but must not be believed: truncated, tampered with, or made with another key."""


class Notices:
    """Warnings that are given once until `clear()`, so that a night without a disk costs one line of log."""

    __slots__ = ("_given",)

    def __init__(self) -> None:
        self._given: dict[str, object] = {}

    def warn(self, subject: str, message: str, *details: object) -> None:
        """Log a warning unless one on the same subject has been given."""
        mine = object()
        if self._given.setdefault(subject, mine) is mine:  # atomic, without a lock that a fork leaves locked
            logger.warning(message, *details)
            audit("store fault", None, reason=message % details)

    def clear(self) -> None:
        """Let every subject be warned of again."""
        self._given.clear()
