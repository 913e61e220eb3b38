"""The wire facts of one operation, stated once and shared by its sync and its async method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Literal, TypedDict, TypeVar, Unpack, overload

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["EXACT", "OPENED", "Answer", "Operation", "Paging", "Poll", "Query", "RateLimit"]

T = TypeVar("T")
Kind = Literal["none", "json", "text", "bytes", "events", "lines"]
JSON_BODY = ("application/json",)

EXACT = "odc_client.exact"
"""The extension of an answer whose numbers are read to the last digit."""

OPENED = "odc_client.opened"
"""The extension of an answer that holds what makes a stream of it."""


class Query:
    """A query parameter that is not written the usual way (`style=form`, `explode=true`)."""

    __slots__ = ("explode", "name", "style")

    def __init__(self, name: str, style: str = "form", explode: bool = True) -> None:
        self.name = name
        self.style = style
        self.explode = explode


class Answer:
    """An answer with one status and, if it has content, in one media type.

    `status` may be a range (`2XX`) or `default`. `decode` makes the value of what was read: of parsed JSON,
    of a text, or of one item where the content comes in pieces; None leaves it as it was read.
    """

    __slots__ = ("decode", "kind", "media_type", "status")

    def __init__(
        self,
        status: str,
        media_type: str = "",
        kind: Kind = "none",
        decode: Callable[[Any], Any] | None = None,
    ) -> None:
        self.status = status
        self.media_type = media_type
        self.kind = kind
        self.decode = decode

    def __repr__(self) -> str:
        """Name the status and the media type."""
        return f"Answer({self.status!r}, {self.media_type!r})"


class Paging:
    """How an operation that answers a list names its parts; `limit=offset=None` is a list of one page.

    The next page is asked for by `offset`, with what the answer has at `follow` (style `told`), the number of
    items so far (`count`) or the next number of a page (`number`, from `first` on); or it is where a `Link`
    header or `follow` leads (`link`). `total`, `more` and `pages` are where the answer says how many items
    there are, whether more follow, and how many pages there are. Places have dots: `meta.next_cursor`.
    """

    __slots__ = (
        "cursor",
        "first",
        "follow",
        "in_body",
        "items",
        "limit",
        "more",
        "offset",
        "page",
        "pages",
        "style",
        "total",
    )

    def __init__(
        self,
        items: str = "results",
        page: str = "page",
        limit: str | None = "limit",
        offset: str | None = "offset",
        in_body: bool = False,
        cursor: str = "nextPageOffset",
        style: Literal["told", "count", "number", "link"] = "told",
        follow: str = "",
        total: str = "",
        more: str = "",
        pages: str = "",
        first: int = 1,
    ) -> None:
        self.items = items
        self.page = page
        self.limit = limit
        self.offset = offset
        self.in_body = in_body
        self.cursor = cursor
        self.style = style
        self.follow = follow
        self.total = total
        self.more = more
        self.pages = pages
        self.first = first


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
    secured: bool
    errors: tuple[Answer, ...]


class Operation(Generic[T]):
    """Name, method, path and parameters of an operation, and how its answer becomes a `T`.

    `decode=None` means no content: the call returns None, or bytes with `binary=True`. `answers` are those of
    success where they are not all read alike, `errors` those of failure whose body has a model. `styles`
    are the query parameters that are not written the usual way; path values come in the order of the
    template. `body` are the declared request media types, `permissions` the permissions it
    needs, `deprecated` the text of the warning that its call gives, and `secured=False` sends no credential.
    """

    __slots__ = (
        "answers",
        "binary",
        "body",
        "decode",
        "deprecated",
        "errors",
        "method",
        "name",
        "paging",
        "path",
        "permissions",
        "secured",
        "segments",
        "streams",
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
        self, name: str, method: str, path: str, *, answers: tuple[Answer, ...], **facts: Unpack[Facts]
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
        secured: bool = True,
        binary: bool = False,
        answers: tuple[Answer, ...] = (),
        errors: tuple[Answer, ...] = (),
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
        self.binary = binary
        self.answers = answers
        self.errors = errors
        self.streams = bool(answers) and any(answer.kind in ("events", "lines") for answer in answers)
        head, *tails = path.split("{")
        self.segments = (head, *(tail.partition("}")[2] for tail in tails))

    def __repr__(self) -> str:
        """Name the operation, its method and its path."""
        return f"Operation({self.name!r}, {self.method!r}, {self.path!r})"
