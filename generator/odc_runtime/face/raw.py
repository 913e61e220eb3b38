"""Status, headers and body of an answer: `with_raw_response(client.identity.users.get)(key)`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, ParamSpec, TypeVar, cast, overload

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Coroutine

    from ..flows.paging import AsyncPager, Page, Pager
    from ..wire.raw_response import RawResponse

__all__ = ["with_raw_response"]

P = ParamSpec("P")
T = TypeVar("T")


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
