"""Books: `golden.library.books`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging
from .._runtime.kernel.parameter import Media, Param
from .._runtime.kernel.unset import UNSET
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.kernel.unset import Unset
    from .._runtime.policy.options import CallOptions
    from .models import Book, BookPatch, Genre, NewAuthor

_LIST = Operation(
    "library.books.list",
    "GET",
    "/books",
    lambda data: decode_list(data, models.Book.decode),
    params=(Param("genres", kind="text[]"), Param("limit", kind="int"), Param("offset", kind="int")),
    paging=Paging(),
    permissions=("Library > View books", "Library > Manage books"),
)

_CREATE = Operation("library.books.create", "POST", "/books", lambda data: models.Book.decode(data))

_GET = Operation("library.books.get", "GET", "/books/{key}", lambda data: models.Book.decode(data))

_DELETE = Operation(
    "library.books.delete", "DELETE", "/books/{key}", deprecated="it may be removed on 2027-01-08"
)

_UPDATE = Operation(
    "library.books.update",
    "PATCH",
    "/books/{key}",
    body=(Media("application/json", "BookPatch"),),
    needs_body=True,
)


class Books(Resource):
    """Books; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        title_part: str | None = None,
        genres: Sequence[Genre | str] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Book]:
        """List books.

        Needs one of the permissions Library > View books, Manage books. Raises BadRequest.

        Args:
            title_part: Part of the title to look for.
            genres: Genres.
            limit: Limit.
            offset: Offset.
        """
        return self._pages(
            _LIST,
            (),
            {"titleContains": title_part, "genres": genres, "limit": limit, "offset": offset},
            None,
            options,
        )

    def create(
        self,
        *,
        title: str,
        genre: Genre | str | Unset = UNSET,
        authors: Sequence[NewAuthor] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> Book:
        """Create one of the books.

        Raises BadRequest, Conflict.
        """
        body = models.BookCreate(title=title, genre=genre, authors=authors)
        return self._call(_CREATE, (), {}, body, options)

    def get(self, key: UUID | str, **options: Unpack[CallOptions]) -> Book:
        """Return one of the books.

        Raises NotFound.
        """
        return self._call(_GET, (key,), {}, None, options)

    def delete(self, key: UUID | str, **options: Unpack[CallOptions]) -> None:
        """Delete one of the books.

        Deprecated; to be removed on 2027-01-08.
        """
        return self._call(_DELETE, (key,), {}, None, options)

    def update(self, key: UUID | str, body: BookPatch, **options: Unpack[CallOptions]) -> None:
        """Change one of the books.

        Raises NotFound.
        """
        return self._call(_UPDATE, (key,), {}, body, options)


class AsyncBooks(AsyncResource):
    """Books, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        title_part: str | None = None,
        genres: Sequence[Genre | str] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[Book]:
        """List books. See `Books.list`."""
        return self._pages(
            _LIST,
            (),
            {"titleContains": title_part, "genres": genres, "limit": limit, "offset": offset},
            None,
            options,
        )

    async def create(
        self,
        *,
        title: str,
        genre: Genre | str | Unset = UNSET,
        authors: Sequence[NewAuthor] | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> Book:
        """Create one of the books. See `Books.create`."""
        body = models.BookCreate(title=title, genre=genre, authors=authors)
        return await self._call(_CREATE, (), {}, body, options)

    async def get(self, key: UUID | str, **options: Unpack[CallOptions]) -> Book:
        """Return one of the books. See `Books.get`."""
        return await self._call(_GET, (key,), {}, None, options)

    async def delete(self, key: UUID | str, **options: Unpack[CallOptions]) -> None:
        """Delete one of the books. See `Books.delete`."""
        return await self._call(_DELETE, (key,), {}, None, options)

    async def update(self, key: UUID | str, body: BookPatch, **options: Unpack[CallOptions]) -> None:
        """Change one of the books. See `Books.update`."""
        return await self._call(_UPDATE, (key,), {}, body, options)
