"""The asyncio client: what the generated `AsyncOdcClient` is made of."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Self, Unpack

from ..kernel._http import httpx
from ..kernel.arguments import accept
from ..site.trust import ssl_context
from ..transport.async_ import AsyncTransport
from .base import DEFAULT_TIMEOUT, LARGEST_ANSWER, BaseClient
from .setup import http_client_of

if TYPE_CHECKING:
    import os
    import ssl
    from collections.abc import Mapping
    from pathlib import Path

    from ..flows.transfer import Source
    from ..kernel.arguments import NoArguments
    from ..policy.rates import RateBudget
    from ..policy.retry import Retry
    from ..wire.streams import Progress

__all__ = ["AsyncClient"]


class AsyncClient(BaseClient[AsyncTransport]):
    """The asyncio client; share one among the tasks of an event loop, and use it in an `async with` block."""

    _awaits = True

    def __init__(
        self,
        portal: str | None = None,
        *,
        credentials: Any = None,
        api_credentials: Mapping[str, Any] | None = None,
        base_urls: Mapping[str, str] | None = None,
        timeout: float | httpx.Timeout = DEFAULT_TIMEOUT,
        http_client: httpx.AsyncClient | None = None,
        proxy: str | None = None,
        verify: bool | str | ssl.SSLContext = True,
        hooks: object = None,
        allow_insecure: bool = False,
        retry: Retry | bool = True,
        rate_limit: RateBudget | bool = True,
        token_store: Any = None,
        tracing: Any = False,
        max_answer_bytes: int | None = LARGEST_ANSWER,
        trust_environment: bool = True,
        **unknown: Unpack[NoArguments],
    ) -> None:
        """Check the settings: those of the blocking client, but `http_client` is an `httpx.AsyncClient`.

        Hooks may be coroutine functions.
        """
        accept(unknown, depth=1)
        trusted = ssl_context(verify, trust_environment)
        make = partial(http_client_of, httpx.AsyncClient, None, proxy, trusted, trust_environment)
        http = http_client_of(httpx.AsyncClient, http_client, proxy, trusted, trust_environment)
        settings = self._settings(
            http,
            portal,
            credentials=credentials,
            api_credentials=api_credentials,
            base_urls=base_urls,
            timeout=timeout,
            proxy=proxy,
            verify=trusted,
            hooks=hooks,
            allow_insecure=allow_insecure,
            retry=retry,
            rate_limit=rate_limit,
            token_store=token_store,
            tracing=tracing,
            max_answer_bytes=max_answer_bytes,
            trust_environment=trust_environment,
        )
        self._start(AsyncTransport(http, settings, make if http_client is None else None))

    async def upload(
        self,
        url: str,
        source: Source,
        *,
        on_progress: Progress | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | httpx.Timeout | None = None,  # noqa: ASYNC109 - of each phase, as httpx takes it
    ) -> None:
        """Do what `SyncClient.upload` does."""
        from ..flows.transfer import async_upload

        await async_upload(self._transport, url, source, on_progress, headers, timeout)

    async def download(
        self,
        url: str,
        path: str | os.PathLike[str],
        *,
        on_progress: Progress | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | httpx.Timeout | None = None,  # noqa: ASYNC109 - of each phase, as httpx takes it
    ) -> Path:
        """Do what `SyncClient.download` does."""
        from ..flows.transfer import async_download

        return await async_download(self._transport, url, path, on_progress, headers, timeout)

    async def aclose(self) -> None:
        """Close the connections; an `http_client` of yours stays open."""
        await self._transport.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.aclose()
