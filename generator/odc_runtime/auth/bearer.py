"""The hook: an `httpx.Auth` that attaches the bearer token, and replaces it once when it is refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar, cast

from ..errors.base import ConfigurationError
from ..kernel._http import httpx
from ..kernel.bounded import aread_within, limit_of, read_within
from ..kernel.deadline import left_for
from ..kernel.loops import current_loop
from ..kernel.threads import on_thread
from ..site.urls import PORTAL_VARIABLE, base_url
from .clock import SYSTEM_CLOCK
from .header import MaskedBytes
from .memory import shared_memory
from .portal import Issuer, Portal
from .scope import Scope
from .tolerant import checked_store

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Generator, Iterable

    from .held_token import HeldToken
    from .protocols import AnySource, Clock, TokenStore

__all__ = ["BearerAuth"]


class BearerAuth(httpx.Auth):
    """Attaches `Authorization: Bearer` to requests below its base URLs, and to nothing else.

    It serves `httpx.Client` and `httpx.AsyncClient` alike. It is no request event hook: those run again after
    a redirect and would put the token on a foreign host.

    Args:
        portal: The portal's domain or origin, or a `Portal` that also tells how it is reached; by default
            `ODC_PORTAL_DOMAIN`.
        credentials: Where the token comes from; by default the documented chain.
        base_urls: The base URLs that get the token; by default the portal's origin with `base_paths`.
        token_store: Where tokens are shared; by default in the memory of this process.
        token_timeout: Seconds that a call waits for a token at most.
        clock: The clocks, for tests.

    Raises:
        ConfigurationError: There is no portal, or a URL that cannot be used.
            `credentials` is no credential source, or `token_store` no store.
    """

    base_paths: ClassVar[tuple[str, ...]] = ("",)
    at_portal: ClassVar[bool] = True
    """Whether ODC's portal issues the token and stands before the paths."""

    def __init__(
        self,
        portal: str | Portal | None = None,
        credentials: AnySource | None = None,
        *,
        base_urls: Mapping[str, str] | Iterable[str] | None = None,
        token_store: TokenStore | None = None,
        token_timeout: float = 60.0,
        clock: Clock = SYSTEM_CLOCK,
    ) -> None:
        from .registry import manager_for
        from .sources.base import check_source

        portal = portal if isinstance(portal, Portal) else Portal(portal)
        if credentials is None:
            if not self.at_portal or isinstance(portal, Issuer):
                raise ConfigurationError(
                    "these APIs are not ODC's: say where the token comes from, in credentials"
                )
            from .sources.default import DefaultChain

            credentials = DefaultChain(trust_environment=portal.trust_environment)
        check_source(credentials)
        if self.at_portal or portal.origin:
            portal = portal.checked()
        self.token_timeout = token_timeout
        self._scope = Scope(self._covered(portal, base_urls))
        store = shared_memory() if token_store is None else checked_store(token_store)
        self._manager = manager_for(credentials, portal if self.at_portal else Issuer(portal), store, clock)

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Attach the token; on a 401 replace it and send the request once more."""
        if not self._scope.covers(request.url):
            yield _without_token(request)
            return
        manager = self._manager
        held = manager.held
        if held is None or manager.now() >= held.fresh_until:
            held = manager.get(self.token_timeout, left_for(request, self.token_timeout))
        self._attach(request, held)
        response = yield request
        if response.status_code != 401 or not self._may_replay(request, response, held):
            return
        if not read_within(response, limit_of(response)):
            return
        other = manager.replace(held, self.token_timeout, left_for(request, self.token_timeout))
        if other is not held:
            self._after_replay((yield self._replay(request, other)))

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Attach the token; on a 401 replace it and send the request once more."""
        if not self._scope.covers(request.url):
            yield _without_token(request)
            return
        manager = self._manager
        held = manager.held
        if held is None or manager.now() >= held.fresh_until:
            held = await manager.get_async(self.token_timeout, left_for(request, self.token_timeout))
        self._attach(request, held)
        response = yield request
        if response.status_code != 401 or not self._may_replay(request, response, held):
            return
        if not await aread_within(response, limit_of(response)):
            return
        other = await manager.replace_async(held, self.token_timeout, left_for(request, self.token_timeout))
        if other is not held:
            self._after_replay((yield self._replay(request, other)))

    def clear(self) -> None:
        """Log out: remove the token from memory and from the store; the next call fetches a new one."""
        self._manager.clear(None, self.token_timeout)

    async def aclear(self) -> None:
        """Log out, as `clear` does, without blocking the event loop."""
        await on_thread(self._manager.clear, current_loop(), self.token_timeout)

    def _covered(self, portal: Portal, base_urls: Mapping[str, str] | Iterable[str] | None) -> list[str]:
        if base_urls is not None:
            named = isinstance(base_urls, Mapping)
            urls: Iterable[str] = cast("Mapping[str, str]", base_urls).values() if named else base_urls
            return [base_url(url, "a base URL", portal.allow_insecure) for url in urls]
        below = [path for path in self.base_paths if "://" not in path]
        if below and portal.origin is None:
            raise ConfigurationError(f"which portal? Give its domain, or set {PORTAL_VARIABLE}")
        return [path if path not in below else f"{portal.origin}{path}" for path in self.base_paths]

    def _may_replay(self, request: httpx.Request, response: httpx.Response, held: HeldToken) -> bool:
        if not self._scope.covers(response.request.url):
            return False  # refused by whom the client was redirected to; the token was not even there
        stream = request.stream
        if isinstance(stream, httpx.ByteStream) or getattr(stream, "replayable", False):
            return True
        self._manager.drop(held)  # the body is gone, but the next request shall not be refused, too
        return False

    def _attach(self, request: httpx.Request, held: HeldToken) -> None:
        request.headers["Authorization"] = held.header

    def _replay(self, request: httpx.Request, held: HeldToken) -> httpx.Request:
        """Return the request with another token; the refused one stays as it was, for who looks at it."""
        replay = httpx.Request(
            request.method,
            request.url,
            headers=request.headers,
            stream=request.stream,
            extensions=request.extensions,
        )
        if isinstance(request.stream, httpx.ByteStream):
            replay.read()
        replay.url = request.url  # as it is shown, should it carry a key
        self._attach(replay, held)
        return replay

    def _after_replay(self, response: httpx.Response) -> None:
        if response.status_code == 401:
            self._manager.refused_again()

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._scope!r})"


def _without_token(request: httpx.Request) -> httpx.Request:
    """Take back a token that an earlier attempt put on a request which has since been sent elsewhere."""
    if any(isinstance(value, MaskedBytes) for _, value in request.headers.raw):
        del request.headers["Authorization"]
    return request
