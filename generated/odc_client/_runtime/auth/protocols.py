"""What others may put in place of our parts: credential sources, token stores, clocks.

Protocols take a while to make, so only type checkers and those who want them by name import this module.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from .tokens import Credential, Token

__all__ = [
    "AnySource",
    "AsyncCredentialSource",
    "CallSource",
    "Clock",
    "CredentialSource",
    "Exchange",
    "LockingTokenStore",
    "TokenStore",
]


class CredentialSource(Protocol):
    """Anything that returns a `Credential` when called; one that has none raises `CredentialsUnavailable`.

    It runs off the event loop, on a thread of its own, whenever a new token is needed.
    """

    def __call__(self) -> Credential:
        """Return the credential to use from now on."""
        ...


class AsyncCredentialSource(Protocol):
    """The async form, for `AsyncOdcClient`; it runs on the event loop of the call that needs the token."""

    async def __call__(self) -> Credential:
        """Return the credential to use from now on."""
        ...


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


class LockingTokenStore(TokenStore, Protocol):
    """A store that lets one of several processes fetch a token while the others wait for it."""

    def lock(self, key: str, /) -> AbstractContextManager[bool]:
        """Hold the key's lock after a bounded wait; yields False if it could not be had in that time."""
        ...


class Exchange(Protocol):
    """A token that can be fetched, and the key under which a store shares it."""

    def key(self) -> str:
        """Return the cache key: no two portals, clients or secrets share one."""
        ...

    def fetch(self) -> Token:
        """Fetch a new token."""
        ...


class Clock(Protocol):
    """Times in seconds."""

    def wall(self) -> float:
        """Return the wall clock, which may be set forward and back."""
        ...

    def monotonic(self) -> float:
        """Return a clock that only runs forward, also while the machine sleeps."""
        ...

    def sleep(self, seconds: float, /) -> None:
        """Wait."""
        ...


AnySource: TypeAlias = CredentialSource | AsyncCredentialSource
CallSource: TypeAlias = "Callable[[AnySource], Credential]"
