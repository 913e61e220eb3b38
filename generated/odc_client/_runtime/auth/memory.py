"""Where tokens are kept between calls and shared between clients: in memory, unless a store is given."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..kernel.fork import reset_in_children

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from .tokens import Token

__all__ = ["MemoryStore", "shared_memory"]

LOCK_SECONDS = 30.0


class MemoryStore:
    """Keeps tokens in this process; clients that share one share their tokens and fetch each only once."""

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}
        self._locks: dict[str, threading.Lock] = {}
        reset_in_children(self)

    def load(self, key: str, /) -> Token | None:
        """Return the token kept under `key`, or None."""
        return self._tokens.get(key)

    def save(self, key: str, token: Token | None, /) -> None:
        """Keep `token` under `key`; None forgets what is kept there."""
        if token is None:
            self._tokens.pop(key, None)
        else:
            self._tokens[key] = token

    @contextmanager
    def lock(self, key: str, /) -> Generator[bool]:
        """Hold the key's lock among the threads of this process; yields False after 30 seconds of waiting."""
        lock = self._locks.setdefault(key, threading.Lock())
        held = lock.acquire(timeout=LOCK_SECONDS)
        try:
            yield held
        finally:
            if held:
                lock.release()

    def reset_after_fork(self) -> None:
        """Free the locks in a child process; the tokens stay good."""
        self._locks = {}

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self._tokens)} tokens)"

    def __reduce__(self) -> tuple[Callable[[], MemoryStore], tuple[()]]:
        """Travel to another process without the tokens; the shared store stays the shared one."""
        return (shared_memory if self is _SHARED else MemoryStore), ()


_SHARED = MemoryStore()


def shared_memory() -> MemoryStore:
    """Return the store that clients of this process share unless they are given another one."""
    return _SHARED
