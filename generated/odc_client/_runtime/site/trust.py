"""Which certificates are trusted: httpx's default ones, read when the first connection needs them."""

from __future__ import annotations

import ssl
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from ..errors.base import ConfigurationError
from ..kernel._http import httpx

__all__ = ["ssl_context"]


class _DefaultContext(ssl.SSLContext):
    """Stands for httpx's default context, which takes longer to make than a request takes to send.

    It trusts nobody itself: whatever does not go through `wrap_socket` or `wrap_bio` fails.
    """

    _protocols: list[str] | None = None

    @cached_property
    def _real(self) -> ssl.SSLContext:
        return httpx.create_ssl_context()

    def set_alpn_protocols(self, alpn_protocols: Any) -> None:
        self._protocols = list(alpn_protocols)

    def wrap_socket(self, *args: Any, **kwargs: Any) -> ssl.SSLSocket:
        return self._ready().wrap_socket(*args, **kwargs)

    def wrap_bio(self, *args: Any, **kwargs: Any) -> ssl.SSLObject:
        return self._ready().wrap_bio(*args, **kwargs)

    def _ready(self) -> ssl.SSLContext:
        if self._protocols is not None:
            self._real.set_alpn_protocols(self._protocols)
        return self._real


@cache
def _default() -> ssl.SSLContext:
    return _DefaultContext(ssl.PROTOCOL_TLS_CLIENT)


def ssl_context(verify: bool | str | ssl.SSLContext) -> bool | ssl.SSLContext:
    """Return how certificates are checked; a path is a file or a folder of trusted certificates.

    All clients share the default, and so does what fetches tokens.

    Raises:
        ConfigurationError: The path holds no certificates.
    """
    if verify is True:
        return _default()
    if not isinstance(verify, str):
        return verify
    try:
        if Path(verify).is_dir():
            return ssl.create_default_context(capath=verify)
        return ssl.create_default_context(cafile=verify)
    except (OSError, ssl.SSLError) as error:
        raise ConfigurationError(f"verify={verify!r} holds no certificates: {error}") from None
