"""What the body of an error says: problem details (RFC 9457) in any variant, or anything else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from ..kernel._http import httpx

__all__ = ["ProblemDetails", "read_problem", "trace_id"]

TRACE_HEADERS = ("x-trace-id", "x-request-id", "x-correlation-id", "request-id")


class ProblemDetails:
    """What an error's body tells; an attribute that it does not tell is None.

    Attributes:
        type: A URI that names the kind of problem.
        title: The kind of problem in words.
        status: The status that the body repeats.
        detail: This very problem in words.
        instance: A URI of this very problem.
        trace_id: The id under which the server logged the call.
        error_code: ODC's own code.
        errors: Messages per field, as ASP.NET's validation writes them.
        extra: Every member of the body, unchecked.
    """

    __slots__ = ("detail", "error_code", "errors", "extra", "instance", "status", "title", "trace_id", "type")

    def __init__(self, body: dict[str, Any] | None = None) -> None:
        self.extra: dict[str, Any] = body or {}
        get = {key.lower(): value for key, value in self.extra.items()}.get
        self.type = _text(get("type"))
        self.title = _text(get("title"))
        self.detail = _text(get("detail")) or _text(get("message"))
        self.instance = _text(get("instance"))
        self.trace_id = _text(get("traceid"))
        self.error_code = _text(get("errorcode"))
        status = get("status")
        self.status: int | None = status if type(status) is int else None
        self.errors: dict[str, list[str]] = _messages(get("errors"))

    def __repr__(self) -> str:
        """Show what the problem is; the other members may hold what the caller sent."""
        return f"ProblemDetails(status={self.status!r}, title={self.title!r}, detail={self.detail!r})"


def read_problem(response: httpx.Response) -> ProblemDetails:
    """Return the problem in `response`; HTML, an empty body, null or a list give an empty one."""
    try:
        body = json.loads(response.content)
    except (ValueError, RecursionError):
        body = None
    return ProblemDetails(cast("dict[str, Any]", body) if isinstance(body, dict) else None)


def trace_id(problem: ProblemDetails, response: httpx.Response) -> str | None:
    """Return the trace id of the body, of `traceparent` or of a request-id header."""
    from ..kernel.redact import clean

    headers = response.headers
    parent = headers.get("traceparent", "").split("-")
    found = problem.trace_id or (parent[1] if len(parent) == 4 else None)
    found = found or next((headers[name] for name in TRACE_HEADERS if name in headers), None)
    return clean(found, 128) if found else None


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) and value else None


def _messages(value: Any) -> dict[str, list[str]]:
    if not isinstance(value, dict):
        return {}
    fields = cast("dict[str, Any]", value)
    return {field: [str(text) for text in _list(texts)] for field, texts in fields.items()}


def _list(value: Any) -> list[Any]:
    items: list[Any] = cast("Any", value) if isinstance(value, list) else [value]
    return items
