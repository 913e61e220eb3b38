"""Book and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    date,
    datetime_,
    decode_error,
    decode_list,
    decode_map,
    integer,
    new,
    open_enum,
    uuid,
    wrong,
)
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text
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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        ("key", "title", "genre", "published", "changedAt", "authors", "_embedded"),
        must=("key",),
        late=("_embedded",),
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        self.links = None
        at = ""
        try:
            if len(data) != 6:
                data, self.additional = cls._keys.read(data)
                v = data[at := "_embedded"]
                self.links = None if v is None else decode_map(v, string)
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
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["key"] = str(self.key)
        body["title"] = self.title
        body["genre"] = self.genre
        body["published"] = None if self.published is None else self.published.isoformat()
        body["changedAt"] = None if self.changed_at is None else moment_text(self.changed_at)
        body["authors"] = None if self.authors is None else [item.encode() for item in self.authors]
        body["_embedded"] = self.links
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class Author:
    """Author, as it is received."""

    name: str | None = None
    born: int | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("name", "born"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "born"]
            self.born = v if type(v) is int or v is None else integer(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["name"] = self.name
        body["born"] = self.born
        return self._keys.written(body, self.additional)
