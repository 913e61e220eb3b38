"""APIs with credentials of their own beside those of the client; a name and a password as a header."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from ..kernel._http import httpx
from .header import BearerHeader, MaskedBytes
from .scope import Scope

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator, Iterable

    from .tokens import Secret

__all__ = ["BasicHeader", "SeparateCredentials"]


class SeparateCredentials(httpx.Auth):
    """Leaves each request to the credential of the API that it goes to.

    Args:
        own: The base URL and the credential of each API that has one of its own.
        others: The credential of the client, for every other request.
    """

    def __init__(self, own: Iterable[tuple[str, httpx.Auth | None]], others: httpx.Auth | None) -> None:
        self._own = [(Scope([url]), auth or httpx.Auth()) for url, auth in own]
        self._others = others or httpx.Auth()

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Go on as the credential of the request's API does."""
        return self._of(request).sync_auth_flow(request)

    def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Go on as the credential of the request's API does."""
        return self._of(request).async_auth_flow(request)

    def _of(self, request: httpx.Request) -> httpx.Auth:
        return next((auth for scope, auth in self._own if scope.covers(request.url)), self._others)


class BasicHeader(BearerHeader):
    """The header's value for a name and a password, masked as that for a token is."""

    __slots__ = ()

    def __new__(cls, name: Secret, password: Secret) -> BasicHeader:
        """Make the header; RFC 7617 recommends UTF-8."""
        pair = f"{name.reveal()}:{password.reveal()}".encode()
        self = str.__new__(cls, f"Basic {b64encode(pair).decode('ascii')}")
        self._bytes = MaskedBytes(str.encode(self, "ascii"))
        return self
