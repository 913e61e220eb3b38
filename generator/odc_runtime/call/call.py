"""One call: everything about it that its attempts share, and how each attempt's request is made of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeGuard, cast

from ..errors.base import ConfigurationError, InvalidArgument
from ..kernel._http import httpx
from ..kernel.deadline import LONGEST, until
from ..wire.parameters import header_value, pairs_text, path_text, scalar

if TYPE_CHECKING:
    from ..kernel.operation import Operation
    from ..policy.options import CallOptions
    from ..policy.rates import Bucket
    from ..wire.content import Content
    from .api import Api
    from .hooks import BoundHooks

__all__ = ["NONE", "Call", "call_of", "phases"]

NONE: Mapping[str, object] = MappingProxyType({})
"""No values."""
FRAMING = ("content-length", "transfer-encoding")
_url = lru_cache(maxsize=512)(httpx.URL)


class Call:
    """A call ready to be sent.

    Attributes:
        operation: What is called.
        url: Where.
        headers: The headers of each attempt, without the credential.
        timeout: Seconds for each phase of an attempt.
        auth: What attaches the credential, or None.
        hooks: The user's hooks, or None.
        content: The body, or None.
        buckets: The budgets of requests that it takes from.
        options: What the caller asked for beyond the arguments.
        tries: How many attempts were started.
        started: When the first one was, on the client's clock.
    """

    __slots__ = (
        "auth",
        "buckets",
        "content",
        "headers",
        "hooks",
        "method",
        "operation",
        "options",
        "started",
        "timeout",
        "tries",
        "url",
    )

    def __init__(
        self,
        operation: Operation[Any],
        url: httpx.URL,
        headers: httpx.Headers,
        timeout: dict[str, float | None],
        *,
        auth: httpx.Auth | None = None,
        hooks: BoundHooks | None = None,
        content: Content | None = None,
        buckets: tuple[Bucket, ...] = (),
        options: CallOptions,
    ) -> None:
        self.operation = operation
        self.method = operation.method
        self.url = url
        self.headers = headers
        self.timeout = timeout
        self.auth = auth
        self.hooks = hooks
        self.content = content
        self.buckets = buckets
        self.options = options
        self.tries = 0
        self.started = 0.0

    def request(self, now: float) -> httpx.Request:
        """Return the request of the next attempt; nothing that a hook does to it reaches a later one."""
        self.tries += 1
        timeout = self.timeout
        if "budget" in self.options:
            left = max(0.001, self.options["budget"] - (now - self.started))
            timeout = until(timeout, left)
        content = self.content
        return httpx.Request(
            self.method,
            self.url,
            headers=self.headers,
            content=None if content is None else content.raw,
            stream=None if content is None else content.stream,
            extensions={"timeout": timeout},
        )

    @property
    def authorizes(self) -> bool:
        """Tell whether a credential is attached as an Authorization header."""
        return self.auth is not None and getattr(self.auth, "authorizes", True)

    @property
    def replayable(self) -> bool:
        """Tell whether the body can be sent again."""
        return self.content is None or self.content.stream is None or self.content.stream.replayable


def call_of(
    api: Api[Any],
    operation: Operation[Any],
    path: tuple[object, ...],
    query: Mapping[str, object],
    body: object,
    options: CallOptions,
    header: Mapping[str, object] = NONE,
    cookie: Mapping[str, object] = NONE,
) -> Call:
    """Write the arguments of an operation into a call; values of None are not sent."""
    settings = api.settings
    call = Call(
        operation,
        _full_url(api, operation, path, query),
        settings.headers,
        settings.timeout,
        auth=settings.auth if operation.secured is True else api.credential(operation),
        hooks=settings.hooks,
        buckets=api.buckets(operation),
        options=options,
    )
    if options:
        _apply(call, options)
    if body is not None:
        from ..wire.body import encode_body

        call.content = encode_body(operation, body)
    if body is not None or header or cookie or "headers" in options:
        _add_headers(call, header, cookie)
    return call


def phases(timeout: float | httpx.Timeout | None) -> dict[str, float | None]:
    """Return the timeout of each phase, in seconds, as the HTTP library reads it."""
    if isinstance(timeout, httpx.Timeout):
        found = timeout.as_dict()
        for seconds in found.values():
            if seconds is not None and not _is_seconds(seconds):
                raise InvalidArgument(
                    f"an httpx.Timeout holds seconds above 0 and up to {LONGEST:.0f}, or None"
                )
        return found
    if not _is_seconds(timeout):
        raise InvalidArgument(
            f"a timeout must be more than 0 seconds, at most {LONGEST:.0f};"
            " httpx.Timeout(None) switches it off"
        )
    return {"connect": timeout, "read": timeout, "write": timeout, "pool": timeout}


def _full_url(
    api: Api[Any], operation: Operation[Any], path: tuple[object, ...], query: Mapping[str, object]
) -> httpx.URL:
    base = api.base_url if operation.server is None else api.base_of(operation)
    text = base + path_text(operation, path)
    if query and (search := pairs_text(query, operation.styles)):
        text += ("&" if "?" in text else "?") + search  # a path may bring a query that is always the same
    try:
        return _url(text)
    except httpx.InvalidURL as error:
        raise InvalidArgument(f"{operation.name}: {error}") from None


def _apply(call: Call, options: CallOptions) -> None:
    if "timeout" in options:
        call.timeout = phases(options["timeout"])
    if "retry" in options and type(options["retry"]) is not bool:
        from ..policy.retry import checked_retry

        checked_retry(options["retry"])
    if "budget" in options and not _is_seconds(options["budget"]):
        raise InvalidArgument(f"a budget must be more than 0 seconds, at most {LONGEST:.0f}")
    if "auth" in options:
        call.auth = options["auth"]


def _add_headers(call: Call, header: Mapping[str, object], cookie: Mapping[str, object]) -> None:
    content = call.content
    headers = {name.lower(): value for name, value in call.headers.raw}
    if content is not None:
        headers |= content.headers(call.url)
    for name, value in header.items():
        if value is not None:
            headers[_name(name)] = header_value(name, value)
    if pairs := [f"{name}={scalar(value)}" for name, value in cookie.items() if value is not None]:
        headers[b"cookie"] = header_value("Cookie", "; ".join(pairs))
    own: object = call.options.get("headers", {})
    if not isinstance(own, Mapping):
        raise InvalidArgument(f"headers must be a mapping, not a {type(own).__name__}")
    for name, value in cast("Mapping[str, object]", own).items():
        headers[_name(name)] = header_value(name, value)
    if b"authorization" in headers and call.authorizes:
        raise ConfigurationError(
            "an Authorization header would replace the client's credential; to send your own, pass auth=None"
        )
    call.headers = httpx.Headers(list(headers.items()))


def _is_seconds(value: object) -> TypeGuard[float]:
    return isinstance(value, (int, float)) and value is not True and 0 < value <= LONGEST


def _name(name: object) -> bytes:
    if not isinstance(name, str):
        raise InvalidArgument(f"the name of a header must be a text, not a {type(name).__name__}")
    if name.lower() in FRAMING:
        raise InvalidArgument(f"{name} is written by the client, from the body that it sends")
    if not name.isascii() or not name.isprintable() or not name or any(c in ' :"' for c in name):
        raise InvalidArgument(f"{name!r} cannot be the name of a header")
    return name.lower().encode("ascii")
