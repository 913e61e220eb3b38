"""The blocking client: what the generated `OdcClient` is made of; its twin stands in `async_client`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Self, Unpack

from ..kernel._http import httpx
from ..kernel.arguments import accept
from ..site.trust import ssl_context
from ..transport.sync import SyncTransport
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

__all__ = ["SyncClient"]


class SyncClient(BaseClient[SyncTransport]):
    """The blocking client; share one among threads, and close it or use it in a `with` block."""

    def __init__(
        self,
        portal: str | None = None,
        *,
        credentials: Any = None,
        api_credentials: Mapping[str, Any] | None = None,
        base_urls: Mapping[str, str] | None = None,
        timeout: float | httpx.Timeout = DEFAULT_TIMEOUT,
        http_client: httpx.Client | None = None,
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
        """Check the settings; nothing is sent, and no credential read, before the first call.

        Args:
            portal: The portal's domain, `acme.outsystems.dev`; if absent, that in `ODC_PORTAL_DOMAIN`.
            credentials: Where the token comes from; the default chain if absent.
            api_credentials: The credentials of single APIs, by name, where they are not those of the client:
                a source of tokens, or an `httpx.Auth`.
            base_urls: The full base URL of single APIs, by name, instead of the portal's.
            timeout: Seconds for each phase (connect, read, write, pool) of an attempt, or an `httpx.Timeout`.
            http_client: Your own `httpx.Client`, which stays open when this client is closed.
            proxy: The URL of a proxy.
            verify: False trusts any certificate; a path is a file or folder of trusted ones.
            hooks: What has `on_before_request` and `on_after_response`, instead of the package's `hooks.py`.
            allow_insecure: Whether http:// is taken beyond the loopback.
            retry: The retry policy; False for none.
            rate_limit: How to keep to the rate budgets; False switches that off.
            token_store: Where tokens are kept, instead of the memory.
            tracing: True for OpenTelemetry spans, or the tracer to use.
            max_answer_bytes: How large an answer may be, decompressed; None for any size.
            trust_environment: Whether the environment names proxies, trusted certificates and, in
                `ODC_CREDENTIALS`, the credentials.

        Raises:
            ConfigurationError: These settings cannot work; nothing was sent.
        """
        accept(unknown, depth=1)
        trusted = ssl_context(verify, trust_environment)
        make = partial(http_client_of, httpx.Client, None, proxy, trusted, trust_environment)
        http = http_client_of(httpx.Client, http_client, proxy, trusted, trust_environment)
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
        self._start(SyncTransport(http, settings, make if http_client is None else None))

    def upload(
        self,
        url: str,
        source: Source,
        *,
        on_progress: Progress | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | httpx.Timeout | None = None,
    ) -> None:
        """Put a file to a pre-signed URL, without the token and in constant memory.

        Args:
            url: The pre-signed URL.
            source: The path of a file, a binary file that can be wound back, or bytes.
            on_progress: Called with the number of bytes sent and the number in all.
            headers: Headers that the URL was signed for.
            timeout: Seconds for each phase of an attempt.

        Raises:
            StatusError: The storage refused the file.
            TransportError: The storage did not answer.
        """
        from ..flows.transfer import upload

        upload(self._transport, url, source, on_progress, headers, timeout)

    def download(
        self,
        url: str,
        path: str | os.PathLike[str],
        *,
        on_progress: Progress | None = None,
        headers: Mapping[str, str] | None = None,
        timeout: float | httpx.Timeout | None = None,
    ) -> Path:
        """Fetch a pre-signed URL into a file, without the token; the file appears when it is complete.

        Args:
            url: The pre-signed URL.
            path: The file to write; it is replaced if it exists.
            on_progress: Called with the number of bytes received and the number in all, if that is known.
            headers: Headers that the URL was signed for.
            timeout: Seconds for each phase of an attempt.

        Raises:
            StatusError: The storage refused the request.
            TransportError: The connection broke too often; where the storage allows, it was resumed.
        """
        from ..flows.transfer import download

        return download(self._transport, url, path, on_progress, headers, timeout)

    def close(self) -> None:
        """Close the connections; an `http_client` of yours stays open."""
        self._transport.closed = True
        if self._transport.make is not None:
            self._transport.http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
