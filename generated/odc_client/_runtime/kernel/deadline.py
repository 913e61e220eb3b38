"""One moment until which all phases of a request must be over.

The HTTP library limits each wait for a few bytes. A server that sends a byte now and then keeps to that for
ever; so each wait gets what is left, reckoned anew.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING, Any

from ._http import httpx

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["LONGEST", "Until", "bound", "left_for", "until"]

SLICE = 64 * 1024
# What a socket can take as its timeout.
LONGEST = 31_536_000.0


class Until(float):
    """Seconds that one wait may take.

    Attributes:
        moment: When all waits must be over, on the monotonic clock.
    """

    __slots__ = ("moment",)

    moment: float


def until(timeout: Mapping[str, float | None], seconds: float) -> dict[str, float | None]:
    """Return the timeout of each phase, and for all of them `seconds` from now on."""
    moment, found = monotonic() + seconds, dict[str, float | None]()
    for phase, most in timeout.items():
        limit = found[phase] = Until(min(seconds, LONGEST if most is None else most))
        limit.moment = moment
    return found


def left_for(request: httpx.Request, most: float) -> float:
    """Return the seconds that something on the way of `request` may take, at most `most`."""
    limit = request.extensions.get("timeout", {}).get("read")
    return max(0.0, min(most, limit.moment - monotonic())) if type(limit) is Until else most


def bound(http: httpx.Client) -> None:
    """Let the connections of a client keep to `Until`; what has no connections of the usual kind is left."""
    mounts: dict[Any, Any] = getattr(http, "_mounts", {})
    for transport in (getattr(http, "_transport", None), *mounts.values()):
        pool: Any = getattr(transport, "_pool", None)
        backend = getattr(pool, "_network_backend", None)
        if backend is not None and not isinstance(backend, _Backend):
            pool._network_backend = _Backend(backend)  # noqa: SLF001


def _left(timeout: float | None) -> float | None:
    if type(timeout) is not Until:
        return timeout
    rest = timeout.moment - monotonic()
    if rest <= 0:
        raise httpx.ReadTimeout("the time for the whole request is over")
    return min(float(timeout), rest)


class _Backend:
    """Makes connections that keep to `Until`."""

    __slots__ = ("_backend",)

    def __init__(self, backend: Any) -> None:
        self._backend = backend

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, **options: Any) -> _Stream:
        return _Stream(self._backend.connect_tcp(host, port, timeout=_left(timeout), **options))

    def connect_unix_socket(self, path: str, timeout: float | None = None, **options: Any) -> _Stream:
        return _Stream(self._backend.connect_unix_socket(path, timeout=_left(timeout), **options))

    def sleep(self, seconds: float) -> None:
        self._backend.sleep(seconds)


class _Stream:
    """A connection of which each wait keeps to `Until`."""

    __slots__ = ("_stream", "close", "get_extra_info")

    def __init__(self, stream: Any) -> None:
        self._stream = stream
        self.close = stream.close
        self.get_extra_info = stream.get_extra_info

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data: bytes = self._stream.read(max_bytes, _left(timeout))
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        if type(timeout) is not Until:
            self._stream.write(buffer, timeout)
            return
        for start in range(0, len(buffer), SLICE):
            self._stream.write(buffer[start : start + SLICE], _left(timeout))

    def start_tls(
        self, ssl_context: Any, server_hostname: str | None = None, timeout: float | None = None
    ) -> _Stream:
        return _Stream(self._stream.start_tls(ssl_context, server_hostname, _left(timeout)))
