"""What a forked child does about the connections of its parent: it never touches them.

Two processes that read from one connection get each other's answers. The parent's client is kept as it is and
not closed: closing could say goodbye on a connection that the parent goes on with.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any

from ..errors.base import ClientClosed

if TYPE_CHECKING:
    from ..kernel._http import httpx

__all__ = ["OWN_AFTER_FORK", "ForkedClient", "holds_connections", "inherit"]

_INHERITED: list[object] = []  # so that no finalizer of a connection runs in the child
OWN_AFTER_FORK = (
    "the http_client has connections that belong to the process from which this one was forked;"
    " make the http_client and the client after the fork, or leave out http_client"
)
WITHOUT_CONNECTIONS = ("MockTransport", "WSGITransport", "ASGITransport")


def inherit(one: object) -> None:
    """Keep something of the parent for as long as this process lives, and use it no more."""
    _INHERITED.append(one)


class ForkedClient:
    """Stands in a child for the HTTP client of its parent, until the first call needs one of its own."""

    def __init__(self, transport: Any, parents: httpx.Client) -> None:
        inherit(parents)
        self._transport = transport
        self._parents = parents
        self._lock = Lock()

    @property
    def is_closed(self) -> bool:
        """Tell whether the client that takes this one's place is closed."""
        return bool(self._own().is_closed)

    @property
    def event_hooks(self) -> Any:
        """The hooks of the client that takes this one's place."""
        return self._own().event_hooks

    def send(self, *args: Any, **options: Any) -> Any:
        """Send with the client that takes this one's place."""
        return self._own().send(*args, **options)

    def close(self) -> None:
        """Do nothing: there is nothing that belongs to this process."""

    def _own(self) -> Any:
        with self._lock:
            if self._transport.http is self:
                self._transport.take(self._renewed())
        return self._transport.http

    def _renewed(self) -> Any:
        make = self._transport.make
        if make is not None:
            return make()
        if holds_connections(self._parents):
            raise ClientClosed(OWN_AFTER_FORK)
        return self._parents


def holds_connections(http: Any) -> bool:
    """Tell whether a client may have connections; one of which that cannot be said may."""
    mounts: dict[Any, Any] = getattr(http, "_mounts", {})
    mounted = [one for one in mounts.values() if one is not None]
    return any(map(_is_used, [getattr(http, "_transport", None), *mounted]))


def _is_used(transport: Any) -> bool:
    if type(transport).__name__ in WITHOUT_CONNECTIONS:
        return False
    connections = getattr(getattr(transport, "_pool", None), "connections", None)
    return connections is None or bool(connections)
