"""What the body of an error says: problem details (RFC 9457) in any variant, or anything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from .words import body_of, challenge, words

if TYPE_CHECKING:
    from collections.abc import Callable

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
        messages: All that the server says about the reason, in its own words, whatever the form of the body.
        extra: Every member of the body, unchecked.
    """

    __slots__ = (
        "detail",
        "error_code",
        "errors",
        "extra",
        "instance",
        "messages",
        "status",
        "title",
        "trace_id",
        "type",
    )

    def __init__(self, body: Any = None) -> None:
        self.extra: dict[str, Any] = cast("dict[str, Any]", body) if isinstance(body, dict) else {}
        self.messages: list[str] = words(body)
        get = {key.lower(): value for key, value in self.extra.items()}.get
        self.type = _text(get("type"))
        self.title = _text(get("title"))
        self.detail = _text(get("detail")) or _text(get("message"))
        self.instance = _text(get("instance"))
        self.trace_id = _text(get("traceid"))
        self.error_code = _code(get)
        status = get("status", get("statuscode"))
        self.status: int | None = status if type(status) is int else None
        self.errors: dict[str, list[str]] = _messages(get("errors"))

    def __repr__(self) -> str:
        """Show what the problem is; the other members may hold what the caller sent."""
        return f"ProblemDetails(status={self.status!r}, title={self.title!r}, detail={self.detail!r})"


def read_problem(response: httpx.Response) -> ProblemDetails:
    """Return the problem in `response`, whose body may have any form, and what its challenge says."""
    problem = ProblemDetails(body_of(response))
    problem.messages += [text for text in challenge(response) if text not in problem.messages]
    return problem


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


def _code(get: Callable[[str], Any]) -> str | None:
    """Return the code of the body or of the error in it; some servers write a number."""
    inner = get("error")
    members = cast("dict[str, Any]", inner) if isinstance(inner, dict) else {}
    found = (get("errorcode"), get("error_code"), get("code"), members.get("errorCode"), members.get("code"))
    return next((str(code) for code in found if type(code) in (str, int) and code != ""), None)


def _messages(value: Any) -> dict[str, list[str]]:
    if not isinstance(value, dict):
        return {}
    fields = cast("dict[str, Any]", value)
    return {field: [str(text) for text in _list(texts)] for field, texts in fields.items()}


def _list(value: Any) -> list[Any]:
    items: list[Any] = cast("Any", value) if isinstance(value, list) else [value]
    return items
