"""What the blocking and the asyncio client have in common; they differ in what sends their calls."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, NoReturn, TypeVar

from ..auth.portal import Portal
from ..call.api import Api
from ..call.call import phases
from ..call.settings import Settings
from ..errors.base import ConfigurationError
from ..kernel._http import httpx
from ..site.trust import tell_unchecked
from ..site.urls import portal_url
from ..transport.base import BaseTransport
from .raw import with_raw_response
from .setup import (
    base_urls_of,
    check_names,
    default_headers,
    hooks_of,
    limit_checked,
    rates_of,
    retry_of,
    servers_of,
    tracer_of,
)

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Mapping

    from ..auth.schemes.kinds import Scheme
    from ..auth.schemes.own import OwnCredentials
    from ..kernel.operation import RateLimit
    from ..policy.rates import RateBudget
    from ..policy.retry import Retry

__all__ = ["DEFAULT_TIMEOUT", "LARGEST_ANSWER", "BaseClient"]

X = TypeVar("X", bound=BaseTransport)

DEFAULT_TIMEOUT = 60.0
LARGEST_ANSWER = 64 * 1024 * 1024


class BaseClient(Generic[X]):
    """A client of several APIs; its own names start with `_`, for the others belong to its APIs.

    A generated client names its APIs in `_base_paths`, its credential hook in `_hook`, its rate budgets in
    `_rate_limits` and its package, whose `hooks` module is used unless other hooks are given, in `_package`.
    APIs that are not at ODC's portal stand in `_schemes` with the security schemes of their documents,
    and in `_servers` where operations are that have a server of their own.
    """

    _base_paths: ClassVar[Mapping[str, str]] = {}
    _schemes: ClassVar[Mapping[str, tuple[Scheme, ...]]] = {}
    _servers: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    _rate_limits: ClassVar[Mapping[str, tuple[RateLimit, ...]]] = {}
    _hook: ClassVar[Callable[..., httpx.Auth] | None] = None
    _package: ClassVar[str | None] = None
    _awaits: ClassVar[bool] = False
    _user_agent: ClassVar[str] = "odc-client"

    with_raw_response: Final = with_raw_response

    def _settings(
        self,
        http: httpx.Client | httpx.AsyncClient,
        portal: str | None,
        *,
        credentials: Any,
        api_credentials: Mapping[str, Any] | None,
        base_urls: Mapping[str, str] | None,
        timeout: float | httpx.Timeout,
        proxy: str | None,
        verify: bool | ssl.SSLContext,
        hooks: object,
        allow_insecure: bool,
        retry: Retry | bool,
        rate_limit: RateBudget | bool,
        token_store: Any,
        tracing: Any,
        max_answer_bytes: int | None,
        trust_environment: bool,
    ) -> Settings:
        """Return the settings, checked and complete; a transport is made from them, and nothing added."""
        headers, seconds = default_headers(http, self._user_agent), phases(timeout)
        at_portal = len(self._schemes) < len(self._base_paths)
        origin = portal_url(portal, allow_insecure) if portal or at_portal else None
        given, stated = base_urls or {}, self._servers
        bases = base_urls_of(self._base_paths, given, origin, allow_insecure, stated, at_portal)
        servers = servers_of(stated, bases, given, allow_insecure) if stated else {}
        tell_unchecked(http, *bases.values(), *servers.values())
        known = Portal(
            origin,
            allow_insecure=allow_insecure,
            verify=verify,
            proxy=proxy,
            trust_environment=bool(trust_environment),
        )
        make = partial(self._credential, known, token_store)
        named = dict(api_credentials or {})
        check_names("api_credentials", named, self._base_paths)
        own: Mapping[str, OwnCredentials] = {}
        if self._schemes:
            from .own import given_to, own_credentials

            credentials = given_to(self._schemes, credentials, named, at_portal=at_portal)
            own = own_credentials(self._schemes, named, bases, servers, known, token_store, self._awaits)
        return Settings(
            base_urls=bases,
            headers=headers,
            timeout=seconds,
            portal=origin,
            allow_insecure=allow_insecure,
            auth=self._joined(make, credentials, named, bases, servers),
            hooks=hooks_of(hooks, self._package),
            retry=retry_of(retry),
            rates=rates_of(rate_limit, origin or min(bases.values())) if self._rate_limits else None,
            tracer=tracer_of(tracing),
            max_answer_bytes=limit_checked(max_answer_bytes),
            own=own,
            servers=servers,
        )

    def _joined(
        self,
        make: Callable[[Any, Mapping[str, str]], httpx.Auth | None],
        credentials: Any,
        named: Mapping[str, Any],
        bases: Mapping[str, str],
        servers: Mapping[str, str],
    ) -> httpx.Auth | None:
        """Return the credential of the portal, joined with those that single APIs there have of their own."""
        others = {name: url for name, url in bases.items() if name not in self._schemes}
        others |= {server: url for server, url in servers.items() if _is_at_portal(server, others)}
        separate = named.keys() & others.keys()
        if not separate:
            return make(credentials, others) if others else None
        from ..auth.separate import SeparateCredentials

        own = list[tuple[str, httpx.Auth | None]]()
        for name in sorted(separate):
            url = others.pop(name)
            own.append((url, make(named[name], {name: url})))
        return SeparateCredentials(own, make(credentials, others) if others else None)

    def _credential(
        self,
        portal: Portal,
        token_store: Any,
        credentials: Any,
        bases: Mapping[str, str],
    ) -> httpx.Auth | None:
        """Return what attaches the credentials to requests below these base URLs."""
        if isinstance(credentials, httpx.Auth):
            return credentials
        if self._hook is None:
            if credentials is not None:
                raise ConfigurationError(f"a {type(credentials).__name__} is no httpx.Auth")
            return None
        if credentials is not None:
            from ..auth.sources.base import check_source

            check_source(credentials, allow_async=self._awaits)
        return self._hook(portal, credentials, token_store=token_store, base_urls=bases)

    def _start(self, transport: X) -> None:
        """Take what sends the calls; an API is made when it is first used."""
        self._transport = transport
        self._apis: dict[str, Api[X]] = {}

    def _api(self, name: str) -> Api[X]:
        if name not in self._apis:
            settings = self._transport.settings
            if name not in settings.base_urls:
                raise ConfigurationError(f"{name} has no base URL: give the portal, or base_urls[{name!r}]")
            self._apis[name] = Api(settings, self._transport, name, self._rate_limits.get(name, ()))
        return self._apis[name]

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"a {type(self).__name__} holds connections and is not pickled; make one in each process"
        )

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._transport.settings.portal or 'with base_urls'}>"


def _is_at_portal(server: str, portal: Mapping[str, str]) -> bool:
    """Tell whether an operation's own server is below the portal, as its API is: no host is named there."""
    api, _, place = server.partition(" ")
    return api in portal and "://" not in place
