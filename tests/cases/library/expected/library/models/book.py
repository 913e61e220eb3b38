"""Book and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    date,
    datetime_,
    decode_error,
    decode_list,
    decode_map,
    new,
    open_enum,
    sparse,
    uuid,
    wrong,
)
from ..._runtime.wire.values import string
from .genre import Genre


@define(kw_only=True)
class Book:
    """Book, as it is received.

    Attributes:
        links: Related things by their kind.
    """

    key: UUID
    title: str | None = None
    genre: Genre | str | None = None
    published: dt.date | None = None
    changed_at: dt.datetime | None = None
    authors: list[Author] | None = None
    links: dict[str, str] | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "title"]
            self.title = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "genre"]
            self.genre = None if v is None else open_enum(Genre, v)
            v = data[at := "published"]
            self.published = None if v is None else date(v)
            v = data[at := "changedAt"]
            self.changed_at = None if v is None else datetime_(v)
            v = data[at := "authors"]
            self.authors = None if v is None else decode_list(v, Author.decode)
            v = data.get(at := "_embedded")
            self.links = None if v is None else decode_map(v, string)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "key"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class Author:
    """Author, as it is received."""

    name: str | None = None
    born: int | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "born"]
            self.born = v if type(v) is int or v is None else wrong(v, "an integer")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
