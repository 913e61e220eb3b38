"""How a client is put together from its settings; the sync and the async client differ in their transport."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Final, Generic, NoReturn, TypeVar

from ._http import httpx
from .errors import ConfigurationError
from .raw import with_raw_response
from .transport.base import BaseTransport
from .urls import PORTAL_VARIABLE, base_url, portal_url

if TYPE_CHECKING:
    import ssl
    from collections.abc import Callable, Mapping

    from .hooks import BoundHooks
    from .operation import Operation, RateLimit
    from .transport.rates import Bucket, RateBudget

__all__ = ["DEFAULT_TIMEOUT", "Api", "BaseClient", "default_headers", "http_client_of"]

X = TypeVar("X", bound=BaseTransport)
H = TypeVar("H", httpx.Client, httpx.AsyncClient)

DEFAULT_TIMEOUT = 60.0
REPLACED_HEADERS = (b"accept", b"accept-encoding", b"connection", b"user-agent")


class Api(Generic[X]):
    """One API of a client: where its requests go, through what, and what they may spend."""

    __slots__ = ("_buckets", "_limits", "base_url", "name", "transport")

    def __init__(self, transport: X, name: str, base_url: str, limits: tuple[RateLimit, ...] = ()) -> None:
        self.transport = transport
        self.name = name
        self.base_url = base_url
        self._limits = limits
        self._buckets: dict[str, tuple[Bucket, ...]] = {}

    def buckets(self, operation: Operation[Any]) -> tuple[Bucket, ...]:
        """Return the rate budgets that a call of `operation` takes from."""
        limiter = self.transport.limiter
        if limiter is None or not self._limits:
            return ()
        found = self._buckets.get(operation.name)
        if found is None:
            found = self._buckets[operation.name] = limiter.buckets(self.name, self._limits, operation)
        return found

    def __repr__(self) -> str:
        return f"Api({self.name!r}, {self.base_url!r})"


class BaseClient(Generic[X]):
    """The settings of a client; its own names start with `_`, for the others belong to its APIs.

    A generated client names its APIs in `_base_paths`, its credential hook in `_hook`, its rate budgets in
    `_rate_limits` and its package, whose `hooks` module is used unless other hooks are given, in `_package`.
    APIs with credentials of their own stand in `_own_credentials` with the prefix of their variables.
    """

    _base_paths: ClassVar[Mapping[str, str]] = {}
    _own_credentials: ClassVar[Mapping[str, str]] = {}
    _rate_limits: ClassVar[Mapping[str, tuple[RateLimit, ...]]] = {}
    _hook: ClassVar[Callable[..., httpx.Auth] | None] = None
    _package: ClassVar[str | None] = None
    _awaits: ClassVar[bool] = False
    _user_agent: ClassVar[str] = "odc-client"

    with_raw_response: Final = with_raw_response

    def _set_up(
        self,
        transport: X,
        portal: str | None,
        *,
        credentials: Any,
        api_credentials: Mapping[str, Any] | None,
        token_store: Any,
        base_urls: Mapping[str, str] | None,
        proxy: str | None,
        verify: bool | ssl.SSLContext,
        hooks: object,
        rate_limit: RateBudget | bool,
        tracing: Any,
    ) -> None:
        self._transport = transport
        self._apis: dict[str, Api[X]] = {}
        self._portal = portal_url(portal, transport.allow_insecure)
        self._bases = self._base_urls(base_urls or {})
        make = partial(self._credential, token_store, proxy, verify)
        transport.auth = self._joined(make, credentials, api_credentials or {})
        transport.hooks = self._bind(hooks)
        if rate_limit and self._rate_limits:
            self._limit(rate_limit)
        if tracing:
            from .transport.trace import default_tracer

            transport.tracer = default_tracer() if tracing is True else tracing

    def _joined(
        self, make: Callable[..., httpx.Auth | None], credentials: Any, given: Mapping[str, Any]
    ) -> httpx.Auth | None:
        """Return the credential of the client, joined with those that single APIs have of their own."""
        self._check_names("api_credentials", given)
        separate = (self._own_credentials.keys() | given.keys()) & self._bases.keys()
        if not separate:
            return make(credentials, self._bases)
        from .auth.separate import OwnVariables, SeparateCredentials

        bases, own = dict(self._bases), list[tuple[str, httpx.Auth | None]]()
        for name in sorted(separate):
            source, url = given.get(name), bases.pop(name)
            if source is None and name in self._own_credentials:
                source = OwnVariables(self._own_credentials[name])
            own.append((url, make(source, {name: url})))
        return SeparateCredentials(own, make(credentials, bases) if bases else None)

    def _credential(
        self,
        token_store: Any,
        proxy: str | None,
        verify: bool | ssl.SSLContext,
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
            from .auth.sources.base import check_source

            check_source(credentials, allow_async=self._awaits)
        from .auth.portal import Portal

        insecure = self._transport.allow_insecure
        portal = Portal(self._portal, allow_insecure=insecure, verify=verify, proxy=proxy)
        return self._hook(portal, credentials, token_store=token_store, base_urls=bases)

    def _bind(self, hooks: object) -> BoundHooks | None:
        if hooks is None and self._package is not None:
            from importlib import import_module

            hooks = import_module(f"{self._package}.hooks")
        if hooks is None:
            return None
        from .hooks import BoundHooks

        return BoundHooks(hooks)

    def _limit(self, rate_limit: RateBudget | bool) -> None:
        from .transport.rates import RateBudget, limiter_of

        budget = rate_limit if isinstance(rate_limit, RateBudget) else RateBudget()
        portal = self._portal or min(self._bases.values())
        self._transport.limiter = limiter_of(portal, budget)
        self._transport.max_wait = budget.max_wait
        if budget.redis_url is not None:
            from .transport.fleet import Fleet

            self._transport.fleet = Fleet(budget.redis_url, portal)

    def _base_urls(self, given: Mapping[str, str]) -> dict[str, str]:
        self._check_names("base_urls", given)
        insecure = self._transport.allow_insecure
        absolute = {name: path for name, path in self._base_paths.items() if "://" in path} | dict(given)
        bases = {name: base_url(url, f"the base URL of {name}", insecure) for name, url in absolute.items()}
        if self._portal is None:
            if not bases:
                raise ConfigurationError(f"which portal? Give its domain, or set {PORTAL_VARIABLE}")
            return bases
        below = {name: path for name, path in self._base_paths.items() if name not in bases}
        return {name: self._portal + path.rstrip("/") for name, path in below.items()} | bases

    def _check_names(self, argument: str, given: Mapping[str, Any]) -> None:
        if unknown := sorted(set(given) - set(self._base_paths)):
            known = ", ".join(sorted(self._base_paths))
            raise ConfigurationError(
                f"{argument} names unknown APIs: {', '.join(unknown)}; there are {known}"
            )

    def _api(self, name: str) -> Api[X]:
        if name not in self._apis:
            if name not in self._bases:
                raise ConfigurationError(f"{name} has no base URL: give the portal, or base_urls[{name!r}]")
            self._apis[name] = Api(self._transport, name, self._bases[name], self._rate_limits.get(name, ()))
        return self._apis[name]

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            f"a {type(self).__name__} holds connections and is not pickled; make one in each process"
        )

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self._portal or 'with base_urls'}>"


def http_client_of(kind: type[H], given: object, proxy: str | None, verify: bool | ssl.SSLContext) -> H:
    """Return the user's own HTTP client, or a new one.

    Raises:
        ConfigurationError: It is of the other kind, or the proxy cannot be used.
    """
    if given is not None:
        if not isinstance(given, kind):
            raise ConfigurationError(f"http_client must be an {httpx.__name__}.{kind.__name__}")
        return given
    try:
        if proxy is not None and not httpx.URL(proxy).host:
            raise ValueError(proxy)
        return kind(proxy=proxy, verify=verify)
    except (ValueError, ImportError, httpx.InvalidURL) as error:
        raise ConfigurationError(
            f"the proxy must be an http, https or socks5 URL: {type(error).__name__}"
        ) from None


def default_headers(http: httpx.Client | httpx.AsyncClient, user_agent: str) -> httpx.Headers:
    """Return the headers of every request, with those that the user's own HTTP client adds.

    Raises:
        ConfigurationError: It adds Authorization, which would replace the client's credential.
    """
    given = [(name.lower(), value) for name, value in http.headers.raw]
    if any(name == b"authorization" for name, _ in given):
        raise ConfigurationError("the http_client sets Authorization, which would replace the credential")
    return httpx.Headers(
        [
            (b"accept", b"application/json, */*;q=0.5"),
            (b"accept-encoding", http.headers.get("accept-encoding", "identity").encode("ascii")),
            (b"user-agent", user_agent.encode("ascii")),
            *((name, value) for name, value in given if name not in REPLACED_HEADERS),
        ]
    )
