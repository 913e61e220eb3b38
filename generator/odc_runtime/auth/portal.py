"""What credentials know of the client they serve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..site.trust import ssl_context
from ..site.urls import portal_url

if TYPE_CHECKING:
    import ssl

__all__ = ["Issuer", "Portal", "route"]


class Portal:
    """Where a client's portal is, and how it is reached.

    Attributes:
        origin: Its domain or origin (`https://acme.outsystems.dev`), or None if it is not known.
        allow_insecure: Whether http:// is taken beyond the loopback.
        verify: How its certificate is checked, as httpx takes it.
        proxy: The proxy to reach it through, or None.
        trust_environment: Whether the environment names proxies, certificates and `ODC_CREDENTIALS`.
    """

    __slots__ = ("allow_insecure", "origin", "proxy", "trust_environment", "verify")

    def __init__(
        self,
        origin: str | None = None,
        *,
        allow_insecure: bool = False,
        verify: bool | str | ssl.SSLContext = True,
        proxy: str | None = None,
        trust_environment: bool = True,
    ) -> None:
        self.origin = origin
        self.allow_insecure = bool(allow_insecure)
        self.verify = verify
        self.proxy = proxy
        self.trust_environment = trust_environment

    def checked(self) -> Portal:
        """Return the portal with a full origin; `ODC_PORTAL_DOMAIN` tells it where none is given.

        Raises:
            ConfigurationError: It cannot be used.
        """
        origin = portal_url(self.origin, self.allow_insecure)
        return Portal(
            origin,
            allow_insecure=self.allow_insecure,
            verify=self.verify,
            proxy=self.proxy,
            trust_environment=self.trust_environment,
        )

    def default_origin(self) -> str | None:
        """Return the portal that issues tokens where nobody names another."""
        return self.origin or portal_url(None, self.allow_insecure)

    @property
    def facts(self) -> tuple[object, ...]:
        """All that decides where and how a token is fetched."""
        return (
            self.origin,
            self.allow_insecure,
            *route(self.verify, self.proxy),
            self.trust_environment,
        )


class Issuer(Portal):
    """Who issues the tokens of an API that is not ODC's; where nobody does, no secret is exchanged.

    Attributes:
        token_endpoint: Where a client's id and secret are exchanged, or None.
        configuration: The URL of the OpenID configuration that tells it, or None.
        scope: The scope to ask for, or None.
    """

    __slots__ = ("configuration", "scope", "token_endpoint")

    def __init__(
        self,
        client: Portal,
        *,
        token_endpoint: str | None = None,
        configuration: str | None = None,
        scope: str | None = None,
    ) -> None:
        super().__init__(
            None,
            allow_insecure=client.allow_insecure,
            verify=client.verify,
            proxy=client.proxy,
            trust_environment=client.trust_environment,
        )
        self.token_endpoint = token_endpoint
        self.configuration = configuration
        self.scope = scope

    def checked(self) -> Portal:
        """Return the issuer: it has no origin to check, and the environment names none for it."""
        return self

    def default_origin(self) -> str | None:
        """Return None: ODC's portal issues no token for it."""
        return None

    @property
    def facts(self) -> tuple[object, ...]:
        """All that decides where and how a token is fetched."""
        return (*super().facts, self.token_endpoint, self.configuration, self.scope)


def route(verify: bool | str | ssl.SSLContext, proxy: str | None) -> tuple[object, ...]:
    """Return a key that differs where `verify` or `proxy` does, for as long as `verify` lives."""
    trusted = ssl_context(True) if verify is True else verify
    return trusted if isinstance(trusted, (bool, str)) else id(trusted), proxy
