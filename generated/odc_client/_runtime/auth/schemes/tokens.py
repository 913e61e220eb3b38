"""What gets the tokens and keys of an API from credential sources: one manager for each way to get them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...kernel._http import httpx
from ...kernel.deadline import left_for
from ..bearer import BearerAuth
from ..clock import SYSTEM_CLOCK
from ..memory import shared_memory
from ..portal import Issuer
from ..registry import manager_for
from ..sources.environment import EnvironmentVariables
from .kinds import OAuth2, OpenIdConnect
from .placing import put_key

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator

    from ..portal import Portal
    from ..protocols import AnySource, TokenStore
    from ..tokens import Secret
    from .kinds import ApiKey, Scheme

__all__ = ["KeyAuth", "Tokens"]

PATIENCE = 60.0


class Tokens:
    """Makes what attaches the token or key of a source to requests of one API, once for each use of it.

    Args:
        client: How the client reaches its hosts.
        store: Where tokens are shared, or None for the memory of this process.
        urls: The base URLs of the API; the first one is where relative URLs of its document begin.
    """

    def __init__(self, client: Portal, store: TokenStore | None, urls: tuple[str, ...]) -> None:
        self._client = client
        self._store = store
        self._urls = urls
        self._environments: dict[str, EnvironmentVariables] = {}
        self._made: dict[tuple[object, ...], httpx.Auth] = {}

    def bearer(self, source: AnySource | None, scheme: Scheme, scopes: tuple[str, ...]) -> httpx.Auth:
        """Return what attaches the token of a source; without one, of the environment's client."""
        if source is None:
            source = self._environment(scheme.prefix)
        key = (id(source), scheme.name, scopes)
        if key not in self._made:
            issuer = self._issuer(scheme, scopes)
            self._made[key] = BearerAuth(issuer, source, base_urls=self._urls, token_store=self._store)
        return self._made[key]

    def keyed(self, source: AnySource, scheme: ApiKey) -> httpx.Auth:
        """Return what attaches the key of a source."""
        key = (id(source), scheme.name)
        if key not in self._made:
            self._made[key] = KeyAuth(source, scheme, Issuer(self._client), self._store)
        return self._made[key]

    def _environment(self, prefix: str) -> EnvironmentVariables:
        if prefix not in self._environments:
            further = self._client.trust_environment
            self._environments[prefix] = EnvironmentVariables(prefix, further_hosts=further)
        return self._environments[prefix]

    def _issuer(self, scheme: Scheme, scopes: tuple[str, ...]) -> Issuer:
        if not isinstance(scheme, OAuth2):
            return Issuer(self._client)
        url, scope = str(httpx.URL(self._urls[0] + "/").join(scheme.url)), " ".join(scopes) or None
        if isinstance(scheme, OpenIdConnect):
            return Issuer(self._client, configuration=url, scope=scope)
        return Issuer(self._client, token_endpoint=url, scope=scope)


class KeyAuth(httpx.Auth):
    """Attaches the key that a source returns, held as a token is."""

    def __init__(self, source: AnySource, scheme: ApiKey, issuer: Issuer, store: TokenStore | None) -> None:
        self._scheme = scheme
        store = shared_memory() if store is None else store
        self._manager: Any = manager_for(source, issuer, store, SYSTEM_CLOCK)

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Attach the key."""
        held = self._manager.get(PATIENCE, left_for(request, PATIENCE))
        self._put(request, held.token.access_token)
        yield request

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Attach the key."""
        held = await self._manager.get_async(PATIENCE, left_for(request, PATIENCE))
        self._put(request, held.token.access_token)
        yield request

    def _put(self, request: httpx.Request, key: Secret) -> None:
        put_key(request, self._scheme, key)
