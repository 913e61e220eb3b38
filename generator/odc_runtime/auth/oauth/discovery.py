"""OIDC discovery: where the portal's token endpoint is, and whether a secret may be sent there."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, cast

from ...errors.base import ConfigurationError
from ...kernel._http import httpx
from ...kernel.fork import reset_in_children
from ...site.urls import safe_to_call
from ..json_object import json_object
from ..no_token import DiscoveryError
from .retry import is_temporary

if TYPE_CHECKING:
    from .channel import Channel, Outcome

__all__ = ["CONFIGURATION_PATH", "PROVIDERS", "Provider", "Providers", "approve"]

ISSUER_PATH = "/identity"
MOVED, REFUSED = 300, 400
DOMAIN = "the portal's domain"
CONFIGURATION_PATH = ISSUER_PATH + "/.well-known/openid-configuration"


class Provider:
    """The facts of an OpenID configuration that a client credentials grant needs."""

    __slots__ = ("issuer", "methods", "token_endpoint")

    def __init__(self, issuer: str, token_endpoint: str, methods: tuple[str, ...] = ()) -> None:
        self.issuer = issuer
        self.token_endpoint = token_endpoint
        self.methods = methods


class Providers:
    """The configurations of this process: each is fetched once, however many threads ask for it."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, object], Provider] = {}
        self._locks: dict[tuple[str, object], threading.Lock] = {}
        reset_in_children(self)

    def find(
        self, portal: str, channel: Channel, deadline: float, configuration: str | None = None
    ) -> Provider:
        """Return the provider of a portal's origin, or of the URL of a configuration elsewhere.

        Raises:
            DiscoveryError: There is no configuration, or it is not readable.
        """
        key = (configuration or portal, channel.route)
        provider = self._known.get(key)
        if provider is not None:
            return provider
        lock = self._locks.setdefault(key, threading.Lock())
        held = lock.acquire(timeout=max(0.0, deadline - channel.clock.monotonic()))
        try:
            if key not in self._known:
                url, told = (configuration, "it") if configuration else (portal + CONFIGURATION_PATH, DOMAIN)
                self._known[key] = _fetch(url, channel, deadline, told)
            return self._known[key]
        finally:
            if held:
                lock.release()

    def forget(self, portal: str) -> None:
        """Look again next time."""
        for key in [key for key in self._known if key[0] == portal]:
            self._known.pop(key, None)

    def reset_after_fork(self) -> None:
        """Free the locks in a child process; what is known stays true."""
        self._locks = {}


PROVIDERS = Providers()


def approve(
    provider: Provider,
    portal: str,
    hosts: frozenset[str],
    allow_insecure: bool,
    configuration: str | None = None,
) -> None:
    """Refuse a provider to whom no secret must be sent.

    The token endpoint must be https (http on the loopback) and on the portal's host or one of `hosts`, each a
    name or name:port. The issuer must be the address that was asked or, as Keycloak has it, a realm on such a
    host, below which the token endpoint lies. The same holds for the host of a configuration elsewhere.

    Raises:
        DiscoveryError: It is none of that.
    """
    endpoint = configuration or portal + CONFIGURATION_PATH
    asked = endpoint.partition("/.well-known/")[0]
    for what, text in (("token endpoint", provider.token_endpoint), ("issuer", provider.issuer)):
        problem = _unfit(text, portal, hosts, allow_insecure, of_portal=configuration is None)
        if problem:
            raise DiscoveryError(f"the {what} that {endpoint} names, {text}, {problem}", endpoint=endpoint)
    issuer = provider.issuer.rstrip("/")
    if issuer != asked and not provider.token_endpoint.startswith(issuer + "/"):
        raise DiscoveryError(
            f"{endpoint} speaks for the issuer {provider.issuer}, which is neither {asked} "
            "nor the realm of its token endpoint",
            endpoint=endpoint,
        )


def _unfit(
    text: str, portal: str, hosts: frozenset[str], allow_insecure: bool, *, of_portal: bool
) -> str | None:
    try:
        url = safe_to_call(text, "it", allow_insecure)
    except ConfigurationError as error:
        return f"cannot be used: {error}"
    host = url.host.lower()
    if host == httpx.URL(portal).host or host in hosts or f"{host}:{url.port or 443}" in hosts:
        return None
    whose, prefix = ("the portal's", "ODC") if of_portal else ("the configuration's", "…")
    return (
        f"is not on {whose} host; if it is right, name it: allowed_token_hosts=({host!r},) "
        f"or {prefix}_TOKEN_HOSTS={host}"
    )


def _fetch(url: str, channel: Channel, deadline: float, told: str) -> Provider:
    request = httpx.Request("GET", url, headers={"accept": "application/json", "accept-encoding": "identity"})
    outcome = channel.ask(lambda: request, deadline)
    found = _read(outcome, told)
    if isinstance(found, Provider):
        return found
    status = None if outcome.answer is None else outcome.answer.status
    error = DiscoveryError(
        f"the OpenID configuration {url} {found}",
        endpoint=url,
        # A page of somebody in between says nothing about the portal; only where it leads on is for good.
        temporary=status is None or not MOVED <= status < REFUSED,
    )
    raise error from outcome.cause


def _read(outcome: Outcome, told: str) -> Provider | str:
    answer = outcome.answer
    if answer is None or is_temporary(answer.status):
        return outcome.reason()
    if 300 <= answer.status < 400:
        return f"is redirected ({answer.status}); that is never followed: check {told}"
    if answer.status != 200:
        return f"answered {answer.status}: check {told}"
    data = json_object(answer.content)
    if data is None:
        return f"is no JSON object: check {told}"
    issuer, endpoint = data.get("issuer"), data.get("token_endpoint")
    methods: object = data.get("token_endpoint_auth_methods_supported")
    if not isinstance(issuer, str) or not isinstance(endpoint, str):
        return "names no issuer and token_endpoint"
    return Provider(
        issuer, endpoint, tuple(map(str, cast("list[object]", methods))) if isinstance(methods, list) else ()
    )
