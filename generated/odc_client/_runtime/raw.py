"""Status, headers and body of an answer: `with_raw_response(client.identity.users.get)(key)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Generic, ParamSpec, TypeVar, cast, overload

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from ._http import httpx
    from .paging import AsyncPager, Page, Pager

__all__ = ["RawResponse", "with_raw_response"]

P = ParamSpec("P")
T = TypeVar("T")


class RawResponse(Generic[T]):
    """A successful answer, not yet decoded.

    Attributes:
        http_response: The answer as the HTTP library has it.
    """

    __slots__ = ("_parse", "http_response")

    def __init__(self, http_response: httpx.Response, parse: Callable[[httpx.Response], T]) -> None:
        self.http_response = http_response
        self._parse = parse

    @property
    def status_code(self) -> int:
        """The HTTP status."""
        return self.http_response.status_code

    @property
    def headers(self) -> httpx.Headers:
        """The headers."""
        return self.http_response.headers

    @property
    def content(self) -> bytes:
        """The body."""
        return self.http_response.content

    @property
    def text(self) -> str:
        """The body as text, in the encoding that the answer names."""
        return self.http_response.text

    def parse(self) -> T:
        """Return what the plain call returns.

        Raises:
            DecodeError: The body does not fit.
        """
        return self._parse(self.http_response)

    def __repr__(self) -> str:
        return f"<RawResponse [{self.status_code}]>"


class WithRawResponse:
    """The type of `with_raw_response`: an object, so that a client can offer it with all its overloads."""

    __slots__ = ()

    @overload
    def __call__(self, method: Callable[P, Pager[T]], /) -> Callable[P, RawResponse[Page[T]]]: ...
    @overload
    def __call__(  # type: ignore[overload-overlap]  # pyright: ignore[reportOverlappingOverload]
        self, method: Callable[P, AsyncPager[T]], /
    ) -> Callable[P, Awaitable[RawResponse[Page[T]]]]: ...
    @overload
    def __call__(  # type: ignore[overload-overlap]
        self, method: Callable[P, Coroutine[Any, Any, T]], /
    ) -> Callable[P, Coroutine[Any, Any, RawResponse[T]]]: ...
    @overload
    def __call__(self, method: Callable[P, T], /) -> Callable[P, RawResponse[T]]: ...
    def __call__(self, method: Callable[..., Any], /) -> Callable[..., Any]:
        """Return `method` so that it returns the raw answer; that of a list is the answer of its first page.

        Raises:
            TypeError: `method` is no method of one of the client's resources.
        """
        from .resource import AsyncResource, Resource, raw_twin

        resource = getattr(method, "__self__", None)
        name = getattr(method, "__name__", "")
        if not isinstance(resource, (Resource, AsyncResource)):
            raise TypeError(
                "with_raw_response takes a method of a resource, such as client.identity.users.get"
            )
        return cast("Callable[..., Any]", getattr(raw_twin(resource), name))


with_raw_response: Final = WithRawResponse()
