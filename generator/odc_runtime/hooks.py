"""The user's hooks: where they run, and what they may return."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._http import httpx
from .errors import ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

__all__ = ["BoundHooks", "checked_request", "checked_response"]


class BoundHooks:
    """The two callables of a hooks object or module; each may be absent.

    `on_before_request(request)` runs once per attempt, before the credential is attached; `on_after_response(response)`
    runs before an error is raised. Both may change what they get, or return another one. In the async client they may
    be coroutine functions.
    """

    __slots__ = ("after", "before")

    def __init__(self, hooks: object) -> None:
        self.before = _callable(hooks, "on_before_request")
        self.after = _callable(hooks, "on_after_response")


def checked_request(result: object, request: httpx.Request) -> httpx.Request:
    """Return the request that a hook leaves; its header values must be ASCII without line breaks."""
    changed = _kind(result, request, "on_before_request")
    for name, value in changed.headers.raw:
        if not value.isascii() or b"\r" in value or b"\n" in value or b"\0" in value:
            raise ConfigurationError(
                f"on_before_request set the header {name.decode('latin-1')} to something that is not ASCII text"
            )
    return changed


def checked_response(result: object, response: httpx.Response) -> httpx.Response:
    """Return the response that a hook leaves."""
    return _kind(result, response, "on_after_response")


def _kind(result: Any, given: Any, name: str) -> Any:
    if result is None or result is given:
        return given
    if not isinstance(result, type(given)):
        if hasattr(result, "close") and hasattr(result, "__await__"):
            result.close()
        raise ConfigurationError(
            f"{name} returned a {type(result).__name__}; it must return {type(given).__name__} or None"
        )
    return result


def _callable(hooks: object, name: str) -> Callable[[Any], Awaitable[Any] | Any] | None:
    hook = getattr(hooks, name, None)
    if hook is not None and not callable(hook):
        raise ConfigurationError(f"the hook {name} is not callable")
    return hook
