"""One call of an operation: everything about it that its attempts share."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ._http import httpx
from .errors import ConfigurationError, InvalidArgument
from .parameters import header_value, path_text, query_text, scalar

if TYPE_CHECKING:
    from .body import Content
    from .client import Api
    from .operation import Operation
    from .options import CallOptions

__all__ = ["Call", "phases"]

_url = lru_cache(maxsize=512)(httpx.URL)


class Call:
    """The arguments of one call, written into a URL, headers and a body; each attempt is a new request of it."""

    __slots__ = ("auth", "content", "headers", "method", "operation", "options", "timeout", "url")

    def __init__(
        self,
        api: Api[Any],
        operation: Operation[Any],
        path: tuple[object, ...],
        query: tuple[object, ...],
        body: object,
        options: CallOptions,
    ) -> None:
        settings = api.client.settings
        self.operation = operation
        self.method = operation.method
        self.options = options
        text = api.base_url + (path_text(operation, path) if path else operation.path)
        count = len(operation.query)
        if count and (search := query_text(operation.query, query[:count])):
            text += "?" + search
        try:
            self.url = _url(text)
        except httpx.InvalidURL as error:
            raise InvalidArgument(f"{operation.name}: {error}") from None
        self.headers = settings.headers
        self.timeout = phases(options["timeout"]) if "timeout" in options else settings.timeout
        self.auth = (options["auth"] if "auth" in options else settings.auth) if operation.secured else None
        self.content: Content | None = None
        if body is not None:
            from .body import encode_body

            self.content = encode_body(operation, body)
        if len(query) > count or "headers" in options or self.content is not None:
            self._add_headers(query[count:])

    def request(self) -> httpx.Request:
        """Return a new request; nothing that a hook does to it reaches the next attempt."""
        content = self.content
        if content is None or content.stream is None:
            raw = None if content is None else content.raw
            return httpx.Request(
                self.method, self.url, headers=self.headers, content=raw, extensions={"timeout": self.timeout}
            )
        return httpx.Request(
            self.method,
            self.url,
            headers=self.headers,
            stream=content.stream,
            extensions={"timeout": self.timeout},
        )

    @property
    def replayable(self) -> bool:
        """Tell whether the body can be sent again."""
        return self.content is None or self.content.stream is None or self.content.stream.replayable

    def _add_headers(self, values: tuple[object, ...]) -> None:
        operation = self.operation
        headers = dict(self.headers.raw)
        if self.content is not None:
            headers[b"content-type"] = self.content.media_type.encode("ascii")
            if self.content.stream is not None:
                size = self.content.stream.size
                headers[b"host"] = self.url.netloc
                headers.update(
                    {b"transfer-encoding": b"chunked"} if size is None else {b"content-length": b"%d" % size}
                )
        for name, value in zip(operation.header, values, strict=False):
            if value is not None:
                headers[name.lower().encode("ascii")] = header_value(name, value)
        cookies = zip(operation.cookie, values[len(operation.header) :], strict=False)
        if pairs := [f"{name}={scalar(value)}" for name, value in cookies if value is not None]:
            headers[b"cookie"] = header_value("Cookie", "; ".join(pairs))
        for name, value in self.options.get("headers", {}).items():
            headers[name.lower().encode("ascii")] = header_value(name, value)
        if b"authorization" in headers and self.auth is not None:
            raise ConfigurationError(
                "an Authorization header would replace the client's credential; to send your own, call with auth=None"
            )
        self.headers = httpx.Headers(list(headers.items()))


def phases(timeout: float | httpx.Timeout) -> dict[str, float | None]:
    """Return the timeout of each phase, in seconds, as the HTTP library reads it."""
    if isinstance(timeout, httpx.Timeout):
        return timeout.as_dict()
    if timeout <= 0:
        raise InvalidArgument("a timeout must be more than 0 seconds")
    return {"connect": timeout, "read": timeout, "write": timeout, "pool": timeout}
