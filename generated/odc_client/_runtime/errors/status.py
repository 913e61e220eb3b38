"""Answers with an error status: a class for each status that a caller may want to tell apart.

`failure.BY_STATUS` says which status gets which; odcgen's `render/public.py` offers the classes by name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..kernel.redact import clean
from .base import OdcError, portable

if TYPE_CHECKING:
    from ..kernel._http import httpx
    from ..kernel.operation import Operation
    from .problem import ProblemDetails


# So many messages of single fields stand in the text of an error; `problem.errors` has all.
MOST = 20


class StatusError(OdcError):
    """The server answered with an error status.

    Attributes:
        status: The HTTP status code.
        problem: What the body says, read tolerantly; its attributes are None where it says nothing.
        body: The body: a model where the document has one for this status and media type, else JSON data or
            text, None without any. A body that does not fit its model is left as JSON data.
        trace_id: What support needs to find the call, if the server sent it.
        permissions: The permissions that the operation needs.
        response: The answer itself.
    """

    def __init__(self, operation: Operation[Any], response: httpx.Response) -> None:
        from .body import error_body
        from .problem import read_problem, trace_id

        self.about(operation, response.request)
        self.status: int = response.status_code
        self.problem: ProblemDetails = read_problem(response)
        self.trace_id: str | None = trace_id(self.problem, response)
        self.body: Any = error_body(operation, response)
        self.permissions: tuple[str, ...] = operation.permissions
        self.response: httpx.Response = response
        super().__init__(self._message())

    def _message(self) -> str:
        status = f"{self.status} {self.response.reason_phrase}".strip()
        parts = [f"{status} from {self.method} {self.url} ({self.operation})"]
        problem = self.problem
        parts += [clean(text) for text in (problem.title, problem.detail) if text]
        fields = [(field, text) for field, texts in problem.errors.items() for text in texts]
        parts += [f"{clean(field)}: {clean(text)}" for field, text in fields[:MOST]]
        if len(fields) > MOST:
            parts.append(f"and {len(fields) - MOST} more")
        told = "; ".join(parts)
        for text in problem.messages:
            if text not in told:
                told += f"; {text}"
        parts = [told]
        if problem.error_code and clean(problem.error_code) not in told:
            parts.append(f"error code {clean(problem.error_code)}")
        if self.trace_id:
            parts.append(f"trace id {self.trace_id}")
        return "; ".join(parts)

    def _state(self) -> dict[str, Any]:
        return {**self.__dict__, "response": portable(self.response)}


class UnexpectedRedirect(StatusError):
    """3xx: the server points elsewhere; it is not followed, because the token stays at its origin."""


class ClientError(StatusError):
    """4xx: the request was refused."""


class BadRequest(ClientError):
    """400: the request is malformed."""


class Unauthenticated(ClientError):
    """401: the token is missing or not accepted, even after it was renewed."""


class PermissionDenied(ClientError):
    """403: the API client lacks a permission; the message names the ones that the operation needs."""

    def _message(self) -> str:
        needs = ", ".join(self.permissions)
        return super()._message() + (f"; the operation needs: {needs}" if needs else "")


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
    """429: more requests a minute than the organisation may send.

    Attributes:
        retry_after: Seconds to wait, as the server tells them, or None.
    """

    def __init__(self, operation: Operation[Any], response: httpx.Response) -> None:
        from ..kernel.retry_after import retry_after

        super().__init__(operation, response)
        self.retry_after: float | None = retry_after(response.headers.get("retry-after"))


class ServerError(StatusError):
    """5xx: the server failed, whatever the number behind the 5."""
