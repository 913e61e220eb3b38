"""What gets the tokens and keys of an API from credential sources: one manager for each way to get them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...kernel._http import httpx
from ..bearer import BearerAuth
from ..portal import Issuer
from ..sources.environment import EnvironmentVariables
from .kinds import OAuth2, OpenIdConnect
from .placing import put_key

if TYPE_CHECKING:
    from ..held_token import HeldToken
    from ..portal import Portal
    from ..protocols import AnySource, TokenStore
    from .kinds import ApiKey, Scheme

__all__ = ["KeyAuth", "Tokens"]


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
            issuer = Issuer(self._client)
            self._made[key] = KeyAuth(source, scheme, issuer, self._urls, self._store)
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


class KeyAuth(BearerAuth):
    """Attaches the key that a source returns, held and replaced as a token is."""

    def __init__(
        self,
        source: AnySource,
        scheme: ApiKey,
        issuer: Issuer,
        urls: tuple[str, ...],
        store: TokenStore | None,
    ) -> None:
        self._scheme = scheme
        super().__init__(issuer, source, base_urls=urls, token_store=store)

    def _attach(self, request: httpx.Request, held: HeldToken) -> None:
        put_key(request, self._scheme, held.token.access_token)
