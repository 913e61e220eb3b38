"""Which error stands for which failure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..kernel._http import httpx
from .base import ConnectionFailed, RequestTimeout, TransportError
from .causes import is_untrusted
from .status import (
    BadRequest,
    ClientError,
    Conflict,
    Gone,
    MethodNotAllowed,
    NotFound,
    PermissionDenied,
    RateLimited,
    ServerError,
    StatusError,
    Unauthenticated,
    UnexpectedRedirect,
    UnprocessableEntity,
)

if TYPE_CHECKING:
    from ..kernel.operation import Operation

__all__ = ["bare", "status_error", "transport_error"]

BY_STATUS: dict[int, type[StatusError]] = {
    400: BadRequest,
    401: Unauthenticated,
    403: PermissionDenied,
    404: NotFound,
    405: MethodNotAllowed,
    409: Conflict,
    410: Gone,
    422: UnprocessableEntity,
    429: RateLimited,
}
BY_FAMILY = {3: UnexpectedRedirect, 4: ClientError, 5: ServerError}

# Nothing of the request left the machine: there was no connection yet.
UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
PERMANENT = (httpx.UnsupportedProtocol, httpx.LocalProtocolError, httpx.DecodingError)


def status_error(operation: Operation[Any], response: httpx.Response) -> StatusError:
    """Return the error of an answer that is no success; an unknown status gets the class of its family."""
    status = response.status_code
    kind = BY_STATUS.get(status) or BY_FAMILY.get(status // 100, StatusError)
    return kind(operation, response)


def transport_error(
    cause: Exception, operation: Operation[Any], request: httpx.Request, proxy: str | None = None
) -> TransportError:
    """Return the client's error for one of the HTTP library, or of one below it; its frames are dropped."""
    kind = TransportError
    if isinstance(cause, httpx.TimeoutException):
        kind = RequestTimeout
    elif isinstance(cause, httpx.TransportError):
        kind = ConnectionFailed
    untrusted = is_untrusted(cause)
    error = kind(
        cause,
        sent=not isinstance(cause, UNSENT),
        temporary=isinstance(cause, httpx.RequestError) and not (untrusted or isinstance(cause, PERMANENT)),
        proxy=proxy,
    )
    bare(cause)
    error.__cause__ = cause
    error.about(operation, request)
    return error


def bare(error: BaseException) -> None:
    """Drop the frames and requests of `error` and its causes: their locals hold the headers sent."""
    seen: set[int] = set()
    todo: list[BaseException | None] = [error]
    while todo:
        one = todo.pop()
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        one.__traceback__ = None
        if "_request" in one.__dict__:
            one.__dict__["_request"] = None
        todo += [one.__cause__, one.__context__]
