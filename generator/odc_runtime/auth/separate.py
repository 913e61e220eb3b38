"""APIs with credentials of their own, beside those of the client: an app's REST API next to ODC's."""

from __future__ import annotations

import os
from base64 import b64encode
from typing import TYPE_CHECKING

from ..kernel._http import httpx
from .header import BearerHeader, MaskedBytes
from .no_token import CredentialSourceError, CredentialsUnavailable, IncompleteCredentials
from .scope import Scope
from .tokens import Secret, token_problem

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator, Iterable

__all__ = ["BasicHeader", "OwnVariables", "SeparateCredentials"]


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


class OwnVariables(httpx.Auth):
    """A token from `<prefix>_ACCESS_TOKEN`, or a name and password from `<prefix>_USERNAME` and `_PASSWORD`.

    An empty variable counts as absent; each request reads them anew.

    Args:
        prefix: What the variables' names begin with, such as `ODC_SHOP`.
    """

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Attach what the variables hold.

        Raises:
            CredentialsUnavailable: None of the variables is set.
            CredentialSourceError: What is set is only one half, or no token.
        """
        request.headers["Authorization"] = self._header()
        yield request

    def _header(self) -> BearerHeader:
        token, name, password = map(self._get, ("ACCESS_TOKEN", "USERNAME", "PASSWORD"))
        if token:
            if problem := token_problem(token.reveal()):
                raise CredentialSourceError(f"{self.prefix}_ACCESS_TOKEN {problem}")
            return BearerHeader(token)
        if name and password:
            return BasicHeader(name, password)
        names = f"{self.prefix}_USERNAME and {self.prefix}_PASSWORD"
        if name or password:
            raise IncompleteCredentials(f"only one of {names} is set")
        raise CredentialsUnavailable(f"neither {self.prefix}_ACCESS_TOKEN nor {names} is set")

    def _get(self, name: str) -> Secret:
        return Secret(os.environ.get(f"{self.prefix}_{name}", "").strip())

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.prefix!r})"


class BasicHeader(BearerHeader):
    """The header's value for a name and a password, masked as that for a token is."""

    __slots__ = ()

    def __new__(cls, name: Secret, password: Secret) -> BasicHeader:
        """Make the header; RFC 7617 recommends UTF-8."""
        pair = f"{name.reveal()}:{password.reveal()}".encode()
        self = str.__new__(cls, f"Basic {b64encode(pair).decode('ascii')}")
        self._bytes = MaskedBytes(str.encode(self, "ascii"))
        return self
