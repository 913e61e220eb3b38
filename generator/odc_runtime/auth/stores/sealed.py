"""What the encrypted stores share: entries are sealed, a fault costs one warning, and memory takes over."""

from __future__ import annotations

import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Protocol

from ...errors.base import ConfigurationError
from .cipher import Cipher
from .entry import decode, encode, remaining
from .extras import require
from .faults import Notices, StoreUnavailable, Unreadable
from .keys import EnvironmentKey, as_keys, key_source

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from contextlib import AbstractContextManager

    from ..tokens import Token
    from .keys import KeySource

__all__ = ["Place", "SealedStore"]

PAUSE = 30.0
OF_THIS_PROCESS = ("_sealer", "_memory", "_notices", "_resume_at")


class Place(Protocol):
    """Where sealed entries are kept; every method may raise StoreUnavailable or OSError."""

    def read(self, key: str) -> bytes | None:
        """Return the sealed entry, or None; raises Unreadable if it must not be believed."""
        ...

    def write(self, key: str, sealed: bytes, life: float) -> None:
        """Keep the entry, which is worthless after `life` seconds."""
        ...

    def remove(self, key: str) -> None:
        """Forget the entry."""
        ...

    def lock(self, key: str, timeout: float) -> AbstractContextManager[bool]:
        """Hold the entry's lock; yields False if others held it for `timeout` seconds."""
        ...


class SealedStore:
    """A token store over a `Place`. Where that fails, tokens stay in memory and it is left alone for 30 s."""

    def __init__(self, place: Place, key: bytes | Sequence[bytes] | KeySource, lock_timeout: float) -> None:
        require("cryptography", "an encrypted token store")
        self._place = place
        self._key = key_source(key)
        if isinstance(self._key, EnvironmentKey):
            self._key()  # a wrong value is told now, not in the middle of the night
        self._lock_timeout = lock_timeout
        self._reset()

    def load(self, key: str) -> Token | None:
        """Return the token kept under `key`, or None; an entry that cannot be trusted is none."""
        found = None if self._paused() else self._fetch(key)
        if key not in self._memory:
            return found
        # From a time when the place did not work; others may have written there since.
        kept = self._memory[key]
        return found if kept and found and found.expires_at > kept.expires_at else kept

    def save(self, key: str, token: Token | None) -> None:
        """Keep `token` under `key`; None removes what is kept there."""
        if token is not None and self._paused():
            self._memory[key] = token
            return
        try:
            if token is None:
                self._place.remove(key)
            else:
                self._place.write(key, self._cipher().seal(encode(token), key), remaining(token))
        except (StoreUnavailable, OSError) as error:
            self._memory[key] = token
            self._give_up(error)
        else:
            self._memory.pop(key, None)
            self._notices.clear()

    @contextmanager
    def lock(self, key: str) -> Generator[bool]:
        """Keep other processes from renewing the same token; yields False where that is impossible."""
        with ExitStack() as stack:
            held = False
            try:
                if not self._paused():
                    held = stack.enter_context(self._place.lock(key, self._lock_timeout))
                    if not held:
                        message = "%r is locked by another process for more than %g s: going on without it"
                        self._notices.warn("lock", message, self, self._lock_timeout)
            except (StoreUnavailable, OSError) as error:
                self._give_up(error)
            yield held

    def __getstate__(self) -> dict[str, Any]:
        """Leave out what belongs to this process: tokens in memory, the cipher and its key, warnings."""
        return {name: value for name, value in vars(self).items() if name not in OF_THIS_PROCESS}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
        self._reset()

    def _reset(self) -> None:
        self._sealer: Cipher | None = None
        self._memory: dict[str, Token | None] = {}
        self._notices = Notices()
        self._resume_at = 0.0

    def _fetch(self, key: str) -> Token | None:
        try:
            sealed = self._place.read(key)
            return None if sealed is None else decode(self._cipher().open(sealed, key))
        except Unreadable as error:
            self._notices.warn("entry", "%r holds a token that is ignored: %s", self, error)
        except (StoreUnavailable, OSError) as error:
            self._give_up(error)
        return None

    def _cipher(self) -> Cipher:
        if self._sealer is None:
            try:
                self._sealer = Cipher(*as_keys(self._key()))
            except (StoreUnavailable, ConfigurationError):
                raise
            except Exception as error:  # noqa: BLE001 - the caller's own function; its text may hold a secret
                raise StoreUnavailable(f"the key cannot be had ({type(error).__name__})") from None
        return self._sealer

    def _paused(self) -> bool:
        return time.monotonic() < self._resume_at

    def _give_up(self, error: Exception) -> None:
        self._resume_at = time.monotonic() + PAUSE
        message = "%r cannot be used, tokens stay in memory: %s"
        self._notices.warn("place", message, self, getattr(error, "strerror", None) or error)
