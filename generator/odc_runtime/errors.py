"""The one error tree of a generated client; everything it raises on purpose is an `OdcError`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .redact import clean, safe_url

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._http import httpx
    from .operation import Operation
    from .problem import ProblemDetails

__all__ = [
    "BadRequest", "ClientError", "ConfigurationError", "Conflict", "ConnectionFailed", "DecodeError", "Gone",
    "InvalidArgument", "MethodNotAllowed", "NotFound", "OdcError", "PermissionDenied", "RateLimited",
    "RequestTimeout", "ServerError", "StatusError", "TransportError", "Unauthenticated", "UnexpectedRedirect",
    "UnprocessableEntity",
]  # fmt: skip


class OdcError(Exception):
    """The root of every error that the client raises.

    Attributes:
        operation: The operation's public name (`identity.users.get`), or None outside of a call.
        method: The HTTP method, or None outside of a call.
        url: The URL with the values of its query masked, or None outside of a call.
    """

    operation: str | None = None
    method: str | None = None
    url: str | None = None

    def __reduce__(self) -> tuple[Callable[..., OdcError], tuple[Any, ...]]:
        """Pickle and copy by state: the constructors of subclasses differ."""
        return _restore, (type(self), self.args, self._state())

    def _state(self) -> dict[str, Any]:
        return dict(self.__dict__)

    def _about(self, operation: Operation[Any] | None, request: httpx.Request | None) -> None:
        if operation is not None:
            self.operation = operation.name
        if request is not None:
            self.method = request.method
            self.url = safe_url(request.url)


def _restore(kind: type[OdcError], args: tuple[Any, ...], state: dict[str, Any]) -> OdcError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class ConfigurationError(OdcError, ValueError):
    """The client was set up in a way that cannot work; nothing was sent."""


class InvalidArgument(OdcError, ValueError):
    """An argument of a call cannot be written into a request; nothing was sent."""


class TransportError(OdcError):
    """The request got no answer; `__cause__` is the HTTP library's error without its frames."""

    def __init__(self, cause: Exception, operation: Operation[Any], request: httpx.Request) -> None:
        self._about(operation, request)
        reason = clean(str(cause)) or type(cause).__name__
        super().__init__(f"{self.method} {self.url} ({self.operation}) got no answer: {reason}")


class ConnectionFailed(TransportError):
    """The connection could not be made, or broke before the answer was complete."""


class RequestTimeout(TransportError):
    """A phase of the request (connect, read, write, pool) took longer than its timeout."""


class DecodeError(OdcError):
    """The answer does not have the documented shape.

    Attributes:
        path: Where in the body, as a JSON path: `$.results[3].status`.
        response: The answer itself.
    """

    response: httpx.Response | None = None

    def __init__(self, reason: str, *segments: str | int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.segments: tuple[str | int, ...] = segments

    @property
    def path(self) -> str:
        """Return the place in the body as a JSON path; `$` is the whole body."""
        return "$" + "".join(_segment(segment) for segment in self.segments)

    def __str__(self) -> str:
        """Say where the body does not fit, and in which operation's answer."""
        where = f"the answer of {self.operation}" if self.operation else "a value"
        return f"{where} does not fit at {self.path}: {self.reason}"

    def within(self, segment: str | int) -> DecodeError:
        """Prepend the segment of the enclosing value and return this error."""
        self.segments = (segment, *self.segments)
        return self

    def _state(self) -> dict[str, Any]:
        return {**self.__dict__, "response": _portable(self.response)}


class StatusError(OdcError):
    """The server answered with an error status.

    Attributes:
        status: The HTTP status code.
        problem: What the body says, read tolerantly; empty if it says nothing.
        trace_id: What support needs to find the call, if the server sent it.
        permissions: The permissions that the operation needs.
        response: The answer itself.
    """

    def __init__(self, operation: Operation[Any], response: httpx.Response) -> None:
        from .problem import read_problem, trace_id

        self._about(operation, response.request)
        self.status: int = response.status_code
        self.problem: ProblemDetails = read_problem(response)
        self.trace_id: str | None = trace_id(self.problem, response)
        self.permissions: tuple[str, ...] = operation.permissions
        self.response: httpx.Response = response
        super().__init__(self._message())

    def _message(self) -> str:
        status = f"{self.status} {self.response.reason_phrase}".strip()
        parts = [f"{status} from {self.method} {self.url} ({self.operation})"]
        parts += [clean(text) for text in (self.problem.title, self.problem.detail) if text]
        if self.trace_id:
            parts.append(f"trace id {self.trace_id}")
        return "; ".join(parts)

    def _state(self) -> dict[str, Any]:
        return {**self.__dict__, "response": _portable(self.response)}


class UnexpectedRedirect(StatusError):
    """3xx: the server points elsewhere; the client never follows, because the token stays at its origin."""


class ClientError(StatusError):
    """4xx: the request was refused."""


class BadRequest(ClientError):
    """400: the request is malformed."""


class Unauthenticated(ClientError):
    """401: the token is missing or not accepted, even after it was renewed."""


class PermissionDenied(ClientError):
    """403: the API client lacks a permission; the message names the ones that the operation needs."""

    def _message(self) -> str:
        needs = " or ".join(self.permissions)
        return super()._message() + (f"; it needs the permission {needs}" if needs else "")


class NotFound(ClientError):
    """404: there is no such thing, or not yet."""


class MethodNotAllowed(ClientError):
    """405: the resource does not take this method."""


class Conflict(ClientError):
    """409: the request contradicts the present state."""


class Gone(ClientError):
    """410: the thing existed and does not any more."""


class UnprocessableEntity(ClientError):
    """422: well-formed, but not valid."""


class RateLimited(ClientError):
    """429: too many requests a minute for the organisation.

    Attributes:
        retry_after: Seconds to wait as told by the server, or None.
    """

    def __init__(self, operation: Operation[Any], response: httpx.Response) -> None:
        from .retry_after import retry_after

        super().__init__(operation, response)
        self.retry_after: float | None = retry_after(response.headers.get("retry-after"))


class ServerError(StatusError):
    """5xx: the server failed, whatever the number behind the 5."""


BY_STATUS: dict[int, type[StatusError]] = {
    400: BadRequest, 401: Unauthenticated, 403: PermissionDenied, 404: NotFound, 405: MethodNotAllowed,
    409: Conflict, 410: Gone, 422: UnprocessableEntity, 429: RateLimited,
}  # fmt: skip


def status_error(operation: Operation[Any], response: httpx.Response) -> StatusError:
    """Return the error for an answer that is no success; an unknown status gets its family's class."""
    status = response.status_code
    families = {3: UnexpectedRedirect, 4: ClientError, 5: ServerError}
    kind = BY_STATUS.get(status) or families.get(status // 100, StatusError)
    return kind(operation, response)


def transport_error(cause: httpx.RequestError, operation: Operation[Any], request: httpx.Request) -> OdcError:
    """Return the client's error for one of the HTTP library, whose frames (they hold the headers) are dropped."""
    from ._http import httpx

    kind: type[TransportError] = TransportError
    if isinstance(cause, httpx.TimeoutException):
        kind = RequestTimeout
    elif isinstance(cause, httpx.TransportError):
        kind = ConnectionFailed
    bare(cause)
    error = kind(cause, operation, request)
    error.__cause__ = cause
    return error


def bare(error: BaseException) -> None:
    """Drop the frames and the request of `error` and its causes: their locals hold the Authorization header."""
    seen: set[int] = set()
    todo: list[BaseException | None] = [error]
    while todo:
        one = todo.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        one.__traceback__ = None
        if hasattr(one, "_request"):
            one._request = None
        todo += [one.__cause__, one.__context__]


def _segment(segment: str | int) -> str:
    if isinstance(segment, int):
        return f"[{segment}]"
    return f".{segment}" if segment.isidentifier() else f"[{segment!r}]"


def _portable(response: httpx.Response | None) -> httpx.Response | None:
    """Return the answer without its request, which does not travel with a pickled error."""
    if response is None:
        return None
    from ._http import httpx

    headers = [
        (key, value)
        for key, value in response.headers.multi_items()
        if key not in ("content-encoding", "content-length", "transfer-encoding", "set-cookie")
    ]
    return httpx.Response(response.status_code, headers=headers, content=response.content)
