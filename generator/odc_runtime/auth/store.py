"""Where tokens are kept between calls and shared between clients and processes; memory is the default."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, runtime_checkable

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from .tokens import Token

__all__ = ["LockingTokenStore", "TokenStore"]


class TokenStore(Protocol):
    """Two methods, called off the event loop and from several threads.

    A key is an opaque hexadecimal text; keys of different portals, clients and secrets differ. Whatever a
    store raises costs one warning: tokens are then kept in memory and the call goes on.
    """

    def load(self, key: str, /) -> Token | None:
        """Return the token kept under `key`, or None."""
        ...

    def save(self, key: str, token: Token | None, /) -> None:
        """Keep `token` under `key`; None forgets what is kept there."""
        ...


@runtime_checkable
class LockingTokenStore(TokenStore, Protocol):
    """A store that lets one of several processes fetch a token while the others wait for it."""

    def lock(self, key: str, /) -> AbstractContextManager[bool]:
        """Hold the key's lock after a bounded wait; yields False if it could not be had in that time."""
        ...
