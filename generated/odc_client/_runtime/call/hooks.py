"""The user's hooks: where they run, and what they may return."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from ..errors.base import ConfigurationError
from ..kernel._http import httpx

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["BoundHooks"]

T = TypeVar("T", httpx.Request, httpx.Response)


class BoundHooks:
    """The two callables of a hooks object or module; each may be absent.

    `on_before_request(request)` runs once per attempt, before the credential is attached;
    `on_after_response(response)` runs after each answer, before an error is raised. Both may change what they
    get or return another one; in the async client they may be coroutine functions.
    """

    __slots__ = ("after", "before")

    def __init__(self, hooks: object) -> None:
        self.before = _callable(hooks, "on_before_request")
        self.after = _callable(hooks, "on_after_response")
        if self.before is None and self.after is None:
            raise ConfigurationError("hooks must have on_before_request, on_after_response or both")

    def request(
        self, result: object, given: httpx.Request, url: httpx.URL, credential: bool
    ) -> httpx.Request:
        """Return the request that on_before_request leaves, if it can be sent.

        Args:
            result: What the hook returned.
            given: The request that it was given and may have changed.
            url: Where the call went before the hook.
            credential: Whether a credential will be attached.

        Raises:
            ConfigurationError: A header cannot be sent, or takes the credential's place.
        """
        request = _left(result, given, httpx.Request)
        headers = request.headers.raw
        if not _is_text(b"".join([value for _, value in headers])):
            name = next(name for name, value in headers if not _is_text(value)).decode("latin-1")
            raise ConfigurationError(f"on_before_request set {name} to something that is not ASCII text")
        if credential and "authorization" in request.headers:
            raise ConfigurationError(
                "on_before_request set Authorization, which would replace the client's credential;"
                " to send your own, call with auth=None"
            )
        before, after = url.netloc, request.url.netloc
        if before != after and request.headers.get("host") == before.decode("ascii"):
            request.headers["host"] = after.decode("ascii")
        return request

    def response(self, result: object, given: httpx.Response) -> httpx.Response:
        """Return the response that on_after_response leaves; it belongs to the request that was sent."""
        response = _left(result, given, httpx.Response)
        if response is not given:
            response.request = given.request
        return response


def _is_text(value: bytes) -> bool:
    return value.isascii() and value.replace(b"\t", b" ").decode("ascii").isprintable()


def _left(result: object, given: T, kind: type[T]) -> T:
    if result is None:
        return given
    if isinstance(result, kind):
        return result
    close: Any = getattr(result, "close", None)
    if close is not None:
        close()  # a coroutine that nobody will await
    raise ConfigurationError(f"a hook returned a {type(result).__name__} instead of {kind.__name__} or None")


def _callable(hooks: object, name: str) -> Callable[[Any], Any] | None:
    hook = getattr(hooks, name, None)
    if hook is not None and not callable(hook):
        raise ConfigurationError(f"the hook {name} is not callable")
    return hook
