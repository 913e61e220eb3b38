"""The HTTP clients of an asynchronous client: one for each event loop, to which its connections belong."""

from __future__ import annotations

from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Any

from ..errors.base import ClientClosed
from ..kernel.loops import current_loop, is_over
from .forked import OWN_AFTER_FORK, holds_connections, inherit

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from ..kernel._http import httpx

__all__ = ["LoopClients"]

OF_ANOTHER_LOOP = (
    "the http_client has connections that belong to another event loop;"
    " make the http_client and the client in the loop that uses them, or leave out http_client"
)
GOODBYE_SECONDS = 1.0


class LoopClients:
    """Finds the HTTP client of the event loop that calls.

    Args:
        first: The client of the first loop.
        make: Makes the client of each other loop; None if `first` is the user's own.
    """

    def __init__(self, first: httpx.AsyncClient, make: Callable[[], httpx.AsyncClient] | None) -> None:
        self._first = first
        self._make = make
        self._taken = False
        self._inherited = False
        self._lock = Lock()
        self._of: dict[Any, tuple[httpx.AsyncClient, AsyncGenerator[None, None] | None]] = {}

    def current(self) -> httpx.AsyncClient:
        """Return the client of this loop.

        Raises:
            ClientClosed: It is the user's own, and has connections of another loop or process.
        """
        found = self._of.get(loop := current_loop())
        if found is not None and not (found[0].is_closed and self._make):
            return found[0]
        return self._first if loop is None and not self._inherited else self._enter(loop)

    async def aclose(self) -> None:
        """Close the client of this loop, unless it is the user's own."""
        if self._make is None:
            return
        _, keeper = self._of.get(current_loop(), (None, None))
        if keeper is not None:
            await keeper.aclose()
        if not self._taken:
            await self._first.aclose()

    def reset_after_fork(self) -> None:
        """Leave the parent's connections alone in a child process: closing could say goodbye on one."""
        inherit((self._first, self._of))
        self._lock = Lock()
        self._of = {}
        self._taken, self._inherited = self._make is not None, True

    def _enter(self, loop: Any) -> httpx.AsyncClient:
        with self._lock:
            if self._make is None:
                return self._lend(loop)
            for other in [one for one, (http, _) in self._of.items() if http.is_closed or is_over(one)]:
                del self._of[other]
            http = self._make() if self._taken else self._first
            self._taken = True
            self._of[loop] = http, None if loop is None else _kept_until_the_end(http)
            return http

    def _lend(self, loop: Any) -> httpx.AsyncClient:
        """Let a loop have the user's own client, which only one at a time can use."""
        if (self._of or self._inherited) and holds_connections(self._first):
            raise ClientClosed(OF_ANOTHER_LOOP if self._of else OWN_AFTER_FORK)
        self._of = {loop: (self._first, None)}
        return self._first


def _kept_until_the_end(http: httpx.AsyncClient) -> AsyncGenerator[None, None]:
    """Have a client closed by the end of the loop: both libraries then close the generators that are open."""
    keeper = _closing(http)
    with suppress(StopIteration):  # which tells that it stands at its `yield`
        keeper.asend(None).send(None)
    return keeper


async def _closing(http: httpx.AsyncClient) -> AsyncGenerator[None, None]:
    import anyio

    try:
        yield
    finally:
        with anyio.move_on_after(GOODBYE_SECONDS, shield=True):
            await http.aclose()
