"""The wire facts of one operation, stated once and shared by its sync and its async method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Literal, TypeAlias, TypedDict, TypeVar, Unpack, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Operation", "Paging", "Poll", "Query", "RateLimit", "Security"]

T = TypeVar("T")
JSON_BODY = ("application/json",)
Security: TypeAlias = "tuple[Mapping[str, tuple[str, ...]], ...]"
"""Combinations of security schemes, by name and with the scopes of a token, of which one is needed."""


class Query:
    """A query parameter that is not written the usual way (`style=form`, `explode=true`)."""

    __slots__ = ("explode", "name", "style")

    def __init__(self, name: str, style: str = "form", explode: bool = True) -> None:
        self.name = name
        self.style = style
        self.explode = explode


class Paging:
    """How an operation that answers a list names its parts; `limit=offset=None` is a list of one page."""

    __slots__ = ("cursor", "in_body", "items", "limit", "offset", "page")

    def __init__(
        self,
        items: str = "results",
        page: str = "page",
        limit: str | None = "limit",
        offset: str | None = "offset",
        in_body: bool = False,
        cursor: str = "nextPageOffset",
    ) -> None:
        self.items = items
        self.page = page
        self.limit = limit
        self.offset = offset
        self.in_body = in_body
        self.cursor = cursor


class Poll:
    """How to read the answer of a polled operation: which field tells its state, and which states end it.

    States are compared without regard to case. `pause` are states that wait for a person: waiting ends there
    without an error. `missing_ok` takes an early 404 for "not ready yet". Any other state is still running.
    """

    __slots__ = ("done", "failed", "messages", "missing_ok", "pause", "status")

    def __init__(
        self,
        done: tuple[str, ...],
        failed: tuple[str, ...] = (),
        pause: tuple[str, ...] = (),
        status: str = "status",
        missing_ok: bool = False,
        messages: str = "",
    ) -> None:
        self.done = done
        self.failed = failed
        self.pause = pause
        self.status = status
        self.missing_ok = missing_ok
        self.messages = messages


class RateLimit:
    """A budget of requests a minute: of a whole API, or of each endpoint that `method` and `path` fit."""

    __slots__ = ("method", "path", "per_minute")

    def __init__(self, method: str = "*", path: str = "*", per_minute: int = 100) -> None:
        self.method = method
        self.path = path
        self.per_minute = per_minute


class Facts(TypedDict, total=False):
    """The keyword arguments of an `Operation`."""

    styles: tuple[Query, ...]
    body: tuple[str, ...]
    paging: Paging | None
    permissions: tuple[str, ...]
    deprecated: str | None
    secured: bool | Security
    server: str | None


class Operation(Generic[T]):
    """Name, method, path and parameters of an operation, and how its answer becomes a `T`.

    `decode=None` means no content: the call returns None, or bytes with `binary=True`. `styles`
    are the query parameters that are not written the usual way; path values come in the order of the
    template. `body` are the declared request media types, `permissions` the permissions it
    needs, `deprecated` the text of the warning that its call gives. `secured=True` sends the credential of
    the portal, False none, and combinations of security schemes one of these. `server` is where the operation
    is, if not where its API is.
    """

    __slots__ = (
        "binary",
        "body",
        "decode",
        "deprecated",
        "method",
        "name",
        "paging",
        "path",
        "permissions",
        "secured",
        "segments",
        "server",
        "styles",
    )

    @overload
    def __init__(
        self: Operation[None], name: str, method: str, path: str, decode: None = None, **facts: Unpack[Facts]
    ) -> None: ...
    @overload
    def __init__(
        self: Operation[bytes],
        name: str,
        method: str,
        path: str,
        *,
        binary: Literal[True],
        **facts: Unpack[Facts],
    ) -> None: ...
    @overload
    def __init__(
        self, name: str, method: str, path: str, decode: Callable[[Any], T], **facts: Unpack[Facts]
    ) -> None: ...
    def __init__(
        self,
        name: str,
        method: str,
        path: str,
        decode: Callable[[Any], Any] | None = None,
        *,
        styles: tuple[Query, ...] = (),
        body: tuple[str, ...] = JSON_BODY,
        paging: Paging | None = None,
        permissions: tuple[str, ...] = (),
        deprecated: str | None = None,
        secured: bool | Security = True,
        server: str | None = None,
        binary: bool = False,
    ) -> None:
        self.name = name
        self.method = method
        self.path = path
        self.decode: Callable[[Any], T] | None = decode
        self.styles = {query.name: query for query in styles}
        self.body = body
        self.paging = paging
        self.permissions = permissions
        self.deprecated = deprecated
        self.secured = secured
        self.server = server
        self.binary = binary
        head, *tails = path.split("{")
        self.segments = (head, *(tail.partition("}")[2] for tail in tails))

    def __repr__(self) -> str:
        """Name the operation, its method and its path."""
        return f"Operation({self.name!r}, {self.method!r}, {self.path!r})"
