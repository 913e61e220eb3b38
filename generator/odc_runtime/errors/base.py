"""The root of the error tree, and what can go wrong before and without an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..kernel.redact import clean, safe_url

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..kernel._http import httpx
    from ..kernel.operation import Operation


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

    def about(self, operation: Operation[Any], request: httpx.Request | None = None) -> None:
        """Remember which call the error belongs to."""
        self.operation = operation.name
        if request is not None:
            self.method = request.method
            self.url = safe_url(request.url)

    def report(self) -> str:
        """Return a text for a support ticket: what happened, where, and the trace id; it holds no secret."""
        from .report import report

        return report(self)

    def __reduce__(self) -> tuple[Callable[..., OdcError], tuple[Any, ...]]:
        # By state and not by arguments: the constructors of the subclasses differ.
        return _restore, (type(self), self.args, self._state())

    def _state(self) -> dict[str, Any]:
        return dict(self.__dict__)


def _restore(kind: type[OdcError], args: tuple[Any, ...], state: dict[str, Any]) -> OdcError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class ConfigurationError(OdcError, ValueError):
    """The client was set up in a way that cannot work; nothing was sent."""


class ClientClosed(OdcError, RuntimeError):
    """The client was used after it had been closed."""


class InvalidArgument(OdcError, ValueError):
    """An argument of a call cannot be written into a request; nothing was sent."""


class WrongType(ConfigurationError, TypeError):
    """A setting is of a type that cannot work; nothing was sent."""


class FileError(OdcError, OSError):
    """A file that is sent, or the one that a download writes, cannot be read or written.

    Attributes:
        filename: The path, or None of an open file.
    """

    def __init__(self, what: str, cause: OSError | None = None) -> None:
        told = "" if cause is None else f": {cause.strerror or clean(str(cause))}"
        super().__init__(what + told)
        if cause is not None:
            self.errno, self.strerror, self.filename = cause.errno, cause.strerror, cause.filename

    def __str__(self) -> str:
        return str(self.args[0])


class TransportError(OdcError):
    """The request got no answer; `__cause__` is the HTTP library's error, without its frames.

    Attributes:
        sent: False if the server certainly got nothing of the request.
        temporary: Whether the same request may succeed later.
        proxy: The proxy that it went through, or None.
    """

    proxy: str | None = None

    def __init__(
        self, cause: Exception, *, sent: bool = True, temporary: bool = True, proxy: str | None = None
    ) -> None:
        from .causes import in_words

        super().__init__(in_words(cause, proxy))
        self.sent = sent
        self.temporary = temporary
        self.proxy = proxy

    def __str__(self) -> str:
        return f"{self.method} {self.url} ({self.operation}) got no answer: {self.args[0]}"


class ConnectionFailed(TransportError):
    """The connection could not be made, or broke before the answer was complete."""


class RequestTimeout(TransportError):
    """A phase of the request (connect, read, write, pool) took longer than its timeout."""


class AnswerTooLarge(OdcError):
    """The answer is larger than the client takes in; reading it was given up.

    Attributes:
        status: The HTTP status: what was asked for may well be done.
        limit: How many bytes an answer may have, decompressed.
    """

    def __init__(self, status: int, limit: int) -> None:
        super().__init__(status, limit)
        self.status = status
        self.limit = limit

    def __str__(self) -> str:
        return (
            f"{self.method} {self.url} ({self.operation}) answered {self.status}"
            f" with more than {self.limit} bytes, the client's max_answer_bytes"
        )


class DecodeError(OdcError):
    """The answer does not have the documented shape.

    Attributes:
        reason: What was expected there.
        response: The answer itself, or None outside of a call.
    """

    response: httpx.Response | None = None

    def __init__(self, reason: str, *segments: str | int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.segments: tuple[str | int, ...] = segments

    @property
    def path(self) -> str:
        """The place in the body as a JSON path, `$.results[3].status`; `$` is the whole body."""
        return "$" + "".join(_segment(segment) for segment in self.segments)

    def __str__(self) -> str:
        what = f"the answer of {self.operation}" if self.operation else "the value"
        return f"{what} does not fit at {self.path}: {self.reason}"

    def within(self, segment: str | int) -> DecodeError:
        """Prepend the segment of the enclosing value and return this error."""
        self.segments = (segment, *self.segments)
        return self

    def _state(self) -> dict[str, Any]:
        return {**self.__dict__, "response": portable(self.response)}


def portable(response: httpx.Response | None) -> httpx.Response | None:
    """Return the answer without its request, which does not travel with a pickled error."""
    if response is None:
        return None
    from ..kernel._http import httpx

    kept = [pair for pair in response.headers.multi_items() if pair[0] not in NOT_PORTABLE]
    return httpx.Response(response.status_code, headers=kept, content=response.content)


NOT_PORTABLE = ("content-encoding", "content-length", "transfer-encoding", "set-cookie")


def _segment(segment: str | int) -> str:
    if isinstance(segment, int):
        return f"[{segment}]"
    return f".{segment}" if segment.isidentifier() else f"[{segment!r}]"
