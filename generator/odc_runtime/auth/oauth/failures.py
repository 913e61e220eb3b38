"""Requests that were refused for good fail at once for a while, without traffic."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..no_token import AuthenticationError, another
from ..schedule import memory_of_failure

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["FAILURES", "Failures"]

T = TypeVar("T")
ENTRIES_AT_MOST = 256


class Failures:
    """The failures of this process, each under a key that any change of the request changes."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[float, AuthenticationError]] = {}

    def guard(self, key: str, action: Callable[[], T], now: Callable[[], float]) -> T:
        """Return what `action` returns, or raise what it raised a short while ago."""
        until, error = self._known.get(key, (0.0, None))
        if error is not None and (rest := until - now()) > 0:
            raise another(error, f"known; asked again in {rest:.0f} s or when the credentials change")
        try:
            return action()
        except AuthenticationError as fresh:
            self._remember(key, fresh, now())
            raise

    def forget(self, key: str) -> None:
        """Ask again next time, in whichever way; `key` begins the keys of all requests for one token."""
        for known in [known for known in self._known if known.startswith(key)]:
            self._known.pop(known, None)

    def _remember(self, key: str, error: AuthenticationError, now: float) -> None:
        seconds = memory_of_failure(error.temporary, error.retry_after)
        if seconds <= 0:
            return
        if len(self._known) >= ENTRIES_AT_MOST:
            self._known.clear()
        self._known[key] = (now + seconds, another(error))


FAILURES = Failures()
