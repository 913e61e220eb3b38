"""What became of a request without an answer, in words: which of its stages failed, and how."""

from __future__ import annotations

import errno
import socket
import ssl
from typing import TYPE_CHECKING, cast

from ..kernel._http import httpx
from ..kernel.redact import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["in_words", "is_untrusted"]

UNTRUSTED = "CERTIFICATE_VERIFY_FAILED"
UNREACHABLE = (errno.ENETUNREACH, errno.EHOSTUNREACH, errno.ENETDOWN, errno.EHOSTDOWN)
BY_KIND: tuple[tuple[type[BaseException], str], ...] = (
    (httpx.PoolTimeout, "no connection of the pool was free in time"),
    (httpx.ConnectTimeout, "connecting took too long"),
    (httpx.WriteTimeout, "the request could not be sent in time"),
    (httpx.ReadTimeout, "the answer did not come in time"),
    (httpx.ProxyError, "the proxy refused"),
    (socket.gaierror, "the name of the host cannot be looked up"),
    (ssl.SSLError, "no TLS connection could be made"),
    (ConnectionRefusedError, "the connection was refused"),
    (ConnectionResetError, "the connection was reset"),
    (BrokenPipeError, "the connection was reset"),
)


def in_words(cause: BaseException, proxy: str | None = None) -> str:
    """Return what happened, the library's own words, and the proxy on the way."""
    own = clean(str(cause)) or type(cause).__name__
    what = _what([*_chain(cause)], own)
    told = f"{what}: {own}" if what and what != own else own
    return f"{told} (through the proxy {proxy})" if proxy else told


def is_untrusted(cause: BaseException) -> bool:
    """Tell whether a certificate was refused: asyncio says so in its text, trio in what led to the error."""
    refused = ssl.SSLCertVerificationError
    return UNTRUSTED in str(cause) or any(isinstance(one, refused) for one in _chain(cause))


def _what(chain: list[BaseException], own: str) -> str:
    if is_untrusted(chain[0]):
        return "its certificate is not trusted"
    if isinstance(chain[0], httpx.TimeoutException) and "handshake" in own:
        return "the TLS handshake took too long"
    for kind, text in BY_KIND:
        if any(isinstance(one, kind) for one in chain):
            return text
    if any(isinstance(one, OSError) and one.errno in UNREACHABLE for one in chain):
        return "the host cannot be reached"
    return ""


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and what led to it; asyncio and trio try several addresses, and group what each said."""
    seen, todo = set[int](), [error]
    while todo:
        one = todo.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        todo += [cause for cause in (one.__cause__, one.__context__) if cause is not None]
        if isinstance(one, BaseExceptionGroup):
            todo += cast("BaseExceptionGroup[BaseException]", one).exceptions
