"""Which error stands for which failure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import errors
from ._http import httpx

if TYPE_CHECKING:
    from .operation import Operation

__all__ = ["bare", "status_error", "transport_error"]

BY_STATUS: dict[int, type[errors.StatusError]] = {
    400: errors.BadRequest,
    401: errors.Unauthenticated,
    403: errors.PermissionDenied,
    404: errors.NotFound,
    405: errors.MethodNotAllowed,
    409: errors.Conflict,
    410: errors.Gone,
    422: errors.UnprocessableEntity,
    429: errors.RateLimited,
}
BY_FAMILY = {3: errors.UnexpectedRedirect, 4: errors.ClientError, 5: errors.ServerError}

# Nothing of the request left the machine: there was no connection yet.
UNSENT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.UnsupportedProtocol)
PERMANENT = (httpx.UnsupportedProtocol, httpx.LocalProtocolError, httpx.DecodingError)


def status_error(operation: Operation[Any], response: httpx.Response) -> errors.StatusError:
    """Return the error of an answer that is no success; an unknown status gets the class of its family."""
    status = response.status_code
    kind = BY_STATUS.get(status) or BY_FAMILY.get(status // 100, errors.StatusError)
    return kind(operation, response)


def transport_error(
    cause: httpx.RequestError, operation: Operation[Any], request: httpx.Request
) -> errors.TransportError:
    """Return the client's error for one of the HTTP library, whose frames are dropped."""
    kind = errors.TransportError
    if isinstance(cause, httpx.TimeoutException):
        kind = errors.RequestTimeout
    elif isinstance(cause, httpx.TransportError):
        kind = errors.ConnectionFailed
    untrusted = "CERTIFICATE_VERIFY_FAILED" in str(cause)
    bare(cause)
    error = kind(
        cause,
        sent=not isinstance(cause, UNSENT),
        temporary=not untrusted and not isinstance(cause, PERMANENT),
    )
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
