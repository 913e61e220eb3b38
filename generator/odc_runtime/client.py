"""The clients: what the generated `OdcClient` and `AsyncOdcClient` are made of.

A generated client adds class attributes and one property per API, nothing else:

    class OdcClient(SyncClient):
        _base_paths = {"identity": "/api/identity/v1"}
        _hook = OnBeforeRequest                    # the package's own httpx.Auth

        @cached_property
        def identity(self) -> Identity:
            from .identity import Identity
            return Identity(self._api("identity"))  # an API hands its Api on to its resources
"""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar

from ._http import httpx
from .call import phases
from .errors import ConfigurationError, transport_error
from .settings import DEFAULT_TIMEOUT, Settings
from .urls import PORTAL_VARIABLE, base_url, portal_url

if TYPE_CHECKING:
    import ssl
    from collections.abc import Mapping

    from .call import Call

__all__ = ["Api", "AsyncClient", "BaseClient", "SyncClient"]

C = TypeVar("C", bound="BaseClient")
USER_AGENT = "odc-client"


class Api(Generic[C]):
    """One API of a client: where its requests go."""

    __slots__ = ("base_url", "client", "name")

    def __init__(self, client: C, name: str, base_url: str) -> None:
        self.client = client
        self.name = name
        self.base_url = base_url

    def __repr__(self) -> str:
        """Show the name and the base URL."""
        return f"Api({self.name!r}, {self.base_url!r})"


class BaseClient:
    """What the sync and the async client have in common: everything but the sending."""

    _base_paths: ClassVar[Mapping[str, str]] = {}
    _user_agent: ClassVar[str] = USER_AGENT

    def __init__(
        self,
        portal: str | None,
        *,
        credentials: Any,
        token_store: Any,
        base_urls: Mapping[str, str] | None,
        timeout: float | httpx.Timeout,
        hooks: object,
        allow_insecure: bool,
    ) -> None:
        self.portal = portal_url(portal, allow_insecure)
        self._bases = self._base_urls(base_urls or {}, allow_insecure)
        self._apis: dict[str, Api[Any]] = {}
        self._closed = False
        bound = None
        if hooks is not None:
            from .hooks import BoundHooks

            bound = BoundHooks(hooks)
        self.settings = Settings(
            headers=httpx.Headers(self._headers()),
            timeout=phases(timeout),
            auth=self._make_auth(credentials, token_store, allow_insecure),
            hooks=bound,
        )

    def _make_auth(self, credentials: Any, token_store: Any, allow_insecure: bool) -> httpx.Auth | None:
        if credentials is None or isinstance(credentials, httpx.Auth):
            return credentials
        raise ConfigurationError(f"{type(credentials).__name__} is no kind of credentials")

    def _headers(self) -> list[tuple[bytes, bytes]]:
        return [
            (b"accept", b"application/json"),
            (b"accept-encoding", b"gzip, deflate"),
            (b"user-agent", self._user_agent.encode("ascii")),
        ]

    def _base_urls(self, given: Mapping[str, str], allow_insecure: bool) -> dict[str, str]:
        if unknown := set(given) - set(self._base_paths):
            known = ", ".join(sorted(self._base_paths))
            raise ConfigurationError(
                f"base_urls names unknown APIs: {', '.join(sorted(unknown))}; there are {known}"
            )
        bases = {
            name: base_url(url, f"the base URL of {name}", allow_insecure) for name, url in given.items()
        }
        if self.portal is None and not bases:
            raise ConfigurationError(f"which portal? Give its domain, or set {PORTAL_VARIABLE}")
        if self.portal is not None:
            bases = {name: self.portal + path.rstrip("/") for name, path in self._base_paths.items()} | bases
        return bases

    def _api(self, name: str) -> Api[Self]:
        if name not in self._apis:
            if name not in self._bases:
                raise ConfigurationError(f"{name} has no base URL: give the portal, or base_urls[{name!r}]")
            self._apis[name] = Api(self, name, self._bases[name])
        return self._apis[name]

    def _refuse_closed(self) -> None:
        if self._closed:
            raise ConfigurationError("the client has been closed")

    def __repr__(self) -> str:
        """Show the portal, and no secret."""
        return f"<{type(self).__name__} {self.portal or 'with base_urls'}>"


class SyncClient(BaseClient):
    """The blocking client; share one among threads, and close it or use it in a `with` block."""

    def __init__(
        self,
        portal: str | None = None,
        *,
        credentials: Any = None,
        base_urls: Mapping[str, str] | None = None,
        timeout: float | httpx.Timeout = DEFAULT_TIMEOUT,
        http_client: httpx.Client | None = None,
        proxy: str | None = None,
        verify: bool | str | ssl.SSLContext = True,
        hooks: object = None,
        allow_insecure: bool = False,
        token_store: Any = None,
    ) -> None:
        super().__init__(
            portal,
            credentials=credentials,
            token_store=token_store,
            base_urls=base_urls,
            timeout=timeout,
            hooks=hooks,
            allow_insecure=allow_insecure,
        )
        self._http = http_client or httpx.Client(proxy=proxy, verify=verify, timeout=timeout)
        self._owned = http_client is None

    def send(self, call: Call) -> httpx.Response:
        """Send a call and return its answer, whatever its status."""
        self._refuse_closed()
        request = call.request()
        hooks = self.settings.hooks
        if hooks is not None and hooks.before is not None:
            from .hooks import checked_request

            request = checked_request(hooks.before(request), request)
        try:
            response = self._http.send(request, auth=call.auth, follow_redirects=False)
        except httpx.RequestError as error:
            raise transport_error(error, call.operation, request)
        if hooks is not None and hooks.after is not None:
            from .hooks import checked_response

            response = checked_response(hooks.after(response), response)
        return response

    def close(self) -> None:
        """Close the connections; a client of yours that was passed in stays open."""
        self._closed = True
        if self._owned:
            self._http.close()

    def __enter__(self) -> Self:
        """Return the client itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the client."""
        self.close()


class AsyncClient(BaseClient):
    """The asyncio client; share one among tasks, and `aclose()` it or use it in an `async with` block."""

    def __init__(
        self,
        portal: str | None = None,
        *,
        credentials: Any = None,
        base_urls: Mapping[str, str] | None = None,
        timeout: float | httpx.Timeout = DEFAULT_TIMEOUT,
        http_client: httpx.AsyncClient | None = None,
        proxy: str | None = None,
        verify: bool | str | ssl.SSLContext = True,
        hooks: object = None,
        allow_insecure: bool = False,
        token_store: Any = None,
    ) -> None:
        super().__init__(
            portal,
            credentials=credentials,
            token_store=token_store,
            base_urls=base_urls,
            timeout=timeout,
            hooks=hooks,
            allow_insecure=allow_insecure,
        )
        self._http = http_client or httpx.AsyncClient(proxy=proxy, verify=verify, timeout=timeout)
        self._owned = http_client is None

    async def send(self, call: Call) -> httpx.Response:
        """Send a call and return its answer, whatever its status."""
        self._refuse_closed()
        request = call.request()
        hooks = self.settings.hooks
        if hooks is not None and hooks.before is not None:
            from .hooks import checked_request

            result = hooks.before(request)
            request = checked_request(await result if inspect.isawaitable(result) else result, request)
        try:
            response = await self._http.send(request, auth=call.auth, follow_redirects=False)
        except httpx.RequestError as error:
            raise transport_error(error, call.operation, request)
        if hooks is not None and hooks.after is not None:
            from .hooks import checked_response

            result = hooks.after(response)
            response = checked_response(await result if inspect.isawaitable(result) else result, response)
        return response

    async def aclose(self) -> None:
        """Close the connections; a client of yours that was passed in stays open."""
        self._closed = True
        if self._owned:
            await self._http.aclose()

    async def __aenter__(self) -> Self:
        """Return the client itself."""
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close the client."""
        await self.aclose()
