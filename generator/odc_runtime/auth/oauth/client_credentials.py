"""A client id and secret, exchanged for a token at the portal's token endpoint."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import TYPE_CHECKING

from ...errors.base import ConfigurationError, WrongType
from ...errors.expect import a_text
from ...kernel.log import package_logger
from ...site.urls import PORTAL_VARIABLE, portal_url, safe_to_call
from ..clock import SYSTEM_CLOCK
from ..no_token import DiscoveryError, IncompleteCredentials
from ..portal import Issuer
from ..sources.base import LeadingSource
from ..tokens import Secret, Token
from .answer import Grant, read_grant, read_refusal
from .channel import Channel, Outcome
from .discovery import PROVIDERS, Provider, approve
from .failures import FAILURES
from .refusal import answered_wrongly, refused, unavailable
from .request import AuthMethod, choose_method, token_request
from .retry import is_temporary

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterable

    from ...kernel._http import httpx
    from ..protocols import CallSource, Clock

__all__ = ["ClientCredentials", "TokenExchange"]

logger = package_logger("auth")


class ClientCredentials(LeadingSource):
    """The client credentials grant; the token endpoint is discovered at the portal.

    Args:
        client_id: The API client's id.
        client_secret: Its secret.
        portal: The portal's domain; by default that of the client it is given to, or `ODC_PORTAL_DOMAIN`.
        scope: The scope to ask for, if any.
        auth_method: How the secret is sent; by default as a form field unless the provider only takes Basic.
        token_endpoint: The token endpoint, if it shall not be discovered.
        allowed_token_hosts: Hosts (`name` or `name:port`) beside the portal's own that may get the secret.
        timeout: Seconds for a token request with its retries, and as many for the discovery before it.
        verify: How certificates are checked, as httpx takes it; by default as the client does.
        proxy: The proxy to go through; by default the client's.
        transport: An httpx transport in place of the network, for tests.
        clock: The clocks, for tests.
    """

    def __init__(
        self,
        client_id: str,
        client_secret: str | Secret,
        *,
        portal: str | None = None,
        scope: str | None = None,
        auth_method: AuthMethod | None = None,
        token_endpoint: str | None = None,
        allowed_token_hosts: Iterable[str] = (),
        timeout: float = 30.0,
        verify: bool | str | ssl.SSLContext | None = None,
        proxy: str | None = None,
        transport: httpx.BaseTransport | None = None,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        secret = client_secret if isinstance(client_secret, Secret) else Secret(client_secret)
        if not a_text(client_id, "the client id") or not secret:
            raise IncompleteCredentials(f"the client {'id' if not client_id else 'secret'} is empty")
        if not secret.reveal().isprintable():
            raise ConfigurationError(
                "the client secret holds unprintable characters; a line break at its end?"
            )
        if isinstance(allowed_token_hosts, str):
            raise WrongType("allowed_token_hosts is a collection of host names, not one string")
        self.client_id = client_id
        self.scope = scope
        self.portal = portal
        self.auth_method: AuthMethod | None = auth_method
        self.token_endpoint = token_endpoint
        self.allowed_token_hosts = frozenset(host.lower() for host in allowed_token_hosts)
        self.timeout = timeout
        self._secret = secret
        self._verify = verify
        self._proxy = proxy
        self._transport = transport
        self._clock = clock

    def resolve(self, _: CallSource, /) -> TokenExchange:
        """Return the exchange, whose time runs from now on."""
        client = self.client_portal
        origin = portal_url(self.portal, client.allow_insecure) if self.portal else client.origin
        channel = Channel(
            self._clock,
            client.verify if self._verify is None else self._verify,
            self._proxy or client.proxy,
            self._transport,
            trust_environment=client.trust_environment,
        )
        issuer = client if isinstance(client, Issuer) and not self.portal else None
        return TokenExchange(self, self._secret, origin or client.default_origin(), channel, issuer)

    @property
    def allow_insecure(self) -> bool:
        """Return whether http:// is taken beyond the loopback."""
        return self.client_portal.allow_insecure

    def __repr__(self) -> str:
        return f"ClientCredentials({self.client_id!r}, '***', portal={self.portal!r})"


class TokenExchange:
    """One attempt of client credentials at a new token."""

    def __init__(
        self,
        source: ClientCredentials,
        secret: Secret,
        portal: str | None,
        channel: Channel,
        issuer: Issuer | None = None,
    ) -> None:
        self._source = source
        self._issuer = issuer
        self._scope = source.scope or (None if issuer is None else issuer.scope)
        self._secret = secret
        self._portal = portal
        self._channel = channel
        self._provider: Provider | None = None

    def key(self) -> str:
        """Return the hash of issuer, token endpoint, client, scope and, as its key, the secret."""
        provider = self._find()
        facts = [provider.issuer, provider.token_endpoint, self._source.client_id, self._scope]
        if self._channel.verify is False:
            facts.append("from whoever answered")  # no client that checks certificates takes such a token
        return hmac.new(
            self._secret.reveal().encode(), json.dumps(facts).encode(), hashlib.sha256
        ).hexdigest()

    def fetch(self) -> Token:
        """Ask the token endpoint.

        Raises:
            TokenError: It gave no usable token; also if it refused the same request less than 60 s ago.
            DiscoveryError: There is no token endpoint to which the secret may be sent.
        """
        request = f"{self.key()} {self._method()} {self._channel.route}"
        return FAILURES.guard(request, self._ask, self._channel.clock.monotonic)

    def _method(self) -> AuthMethod:
        return choose_method(self._source.auth_method, self._find().methods)

    def _ask(self) -> Token:
        source, provider = self._source, self._find()
        endpoint = provider.token_endpoint
        method = self._method()
        outcome = self._channel.ask(
            lambda: token_request(endpoint, source.client_id, self._secret, self._scope, method),
            self._deadline(),
        )
        token = self._token(outcome, endpoint)
        logger.debug("%s gave client %s a token for %.0f s", endpoint, source.client_id, token.lifetime)
        return token

    def _token(self, outcome: Outcome, endpoint: str) -> Token:
        answer, client_id = outcome.answer, self._source.client_id
        if answer is None or is_temporary(answer.status):
            raise unavailable(outcome, endpoint, client_id) from outcome.cause
        if answer.status != 200:
            asked = self._issuer.configuration if self._issuer is not None else self._portal
            if answer.status not in (400, 401, 403) and asked:
                PROVIDERS.forget(asked)  # the endpoint may have moved
            raise refused(
                answer.status, read_refusal(answer.content, self._secret, client_id), endpoint, client_id
            )
        grant = read_grant(answer.content, answer.sent_wall)
        if not isinstance(grant, Grant):
            raise answered_wrongly(grant, endpoint, client_id)
        return Token(
            grant.token,
            obtained_at=answer.sent_wall,
            expires_at=answer.sent_wall + grant.lifetime,
            deadline=answer.sent + grant.lifetime,
        )

    def _find(self) -> Provider:
        if self._provider is None:
            self._provider = self._given() or self._discover()
        return self._provider

    def _given(self) -> Provider | None:
        endpoint = self._source.token_endpoint or (self._issuer and self._issuer.token_endpoint)
        if not endpoint:
            return None
        url = safe_to_call(endpoint, "the token endpoint", self._source.allow_insecure)
        return Provider("", str(url))

    def _discover(self) -> Provider:
        configuration = None if self._issuer is None else self._configuration(self._issuer)
        asked = configuration or self._portal
        if asked is None:
            raise ConfigurationError(
                f"which portal issues the token? Give its domain, or set {PORTAL_VARIABLE}"
            )
        source, portal = self._source, asked
        hosts, insecure = source.allowed_token_hosts, source.allow_insecure

        def discover() -> Provider:
            provider = PROVIDERS.find(portal, self._channel, self._deadline(), configuration)
            try:
                approve(provider, portal, hosts, insecure, configuration)
            except DiscoveryError:
                PROVIDERS.forget(portal)
                raise
            return provider

        request = repr(("discovery", portal, sorted(hosts), insecure, self._channel.route))
        return FAILURES.guard(request, discover, self._channel.clock.monotonic)

    def _configuration(self, issuer: Issuer) -> str:
        if issuer.configuration is None:
            raise ConfigurationError(
                "the API's document names no token endpoint: give a token, or ClientCredentials with a"
                " token_endpoint"
            )
        return str(safe_to_call(issuer.configuration, "the OpenID configuration", issuer.allow_insecure))

    def _deadline(self) -> float:
        return self._channel.clock.monotonic() + self._source.timeout
