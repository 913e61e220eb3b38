"""Which certificates are trusted: httpx's default ones, read when the first connection needs them."""

from __future__ import annotations

import os
import ssl
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from ..errors.base import ConfigurationError, WrongType
from ..kernel._http import httpx
from ..kernel.log import package_logger
from ..kernel.proxied import checks_certificates
from .environment import certificates_named, check_certificates
from .urls import LOOPBACK

__all__ = ["ssl_context", "tell_unchecked"]

logger = package_logger()
_TOLD = set[str]()


class _DefaultContext(ssl.SSLContext):
    """Stands for httpx's default context, which takes longer to make than a request takes to send.

    It trusts nobody itself: whatever does not go through `wrap_socket` or `wrap_bio` fails.
    """

    trust_environment = True
    _protocols: list[str] | None = None

    @cached_property
    def _real(self) -> ssl.SSLContext:
        try:
            return httpx.create_ssl_context(trust_env=self.trust_environment)
        except OSError as error:
            told = error.strerror or str(error)
        raise ConfigurationError(f"{certificates_named()} cannot be used: {told}")

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
def _default(trust_environment: bool) -> ssl.SSLContext:
    context = _DefaultContext(ssl.PROTOCOL_TLS_CLIENT)
    context.trust_environment = trust_environment
    return context


def ssl_context(
    verify: bool | str | os.PathLike[str] | ssl.SSLContext, trust_environment: bool = True
) -> bool | ssl.SSLContext:
    """Return how certificates are checked; a path is a file or a folder of trusted certificates.

    All clients share the default, and so does what fetches tokens.

    Raises:
        ConfigurationError: The path holds no certificates, or the environment's is none.
    """
    if verify is True:
        if trust_environment:
            check_certificates()
        return _default(bool(trust_environment))
    if isinstance(verify, os.PathLike):
        verify = os.fspath(verify)
    if not isinstance(verify, str):
        return _checked(verify)
    try:
        if Path(verify).is_dir():
            return ssl.create_default_context(capath=verify)
        return ssl.create_default_context(cafile=verify)
    except (OSError, ValueError) as error:  # a NUL in the path is a ValueError
        raise ConfigurationError(f"verify={verify!r} holds no certificates: {error}") from None


def tell_unchecked(http: httpx.Client | httpx.AsyncClient, *urls: str) -> None:
    """Warn, once for each host beyond the loopback, that nobody checks who it is that gets the credential."""
    for origin in {"/".join(url.split("/", 3)[:3]) for url in urls} - _TOLD:
        url = httpx.URL(origin)
        if url.scheme == "https" and url.host not in LOOPBACK and not checks_certificates(http, url):
            _TOLD.add(origin)
            told = "the certificate of %s is not checked (verify=False): whoever answers gets the credential"
            logger.warning(told, origin)


def _checked(verify: object) -> bool | ssl.SSLContext:
    if not isinstance(verify, (bool, ssl.SSLContext)):
        raise WrongType(f"verify must be a bool, a path or an SSLContext, not a {type(verify).__name__}")
    return verify
