"""Library and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    datetime_,
    decode_error,
    decode_list,
    integer,
    new,
    uuid,
    wrong,
)
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text


@define(kw_only=True)
class Library:
    """A library with its revisions."""

    key: UUID
    is_built_in: bool | None = None
    portfolio_key: UUID
    revisions: list[LibraryRevision] | None = None
    type: str | None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        ("key", "isBuiltIn", "portfolioKey", "revisions", "type"),
        must=("key", "portfolioKey"),
        null=("type",),
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 5:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "isBuiltIn"]
            self.is_built_in = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "portfolioKey"]
            self.portfolio_key = uuid(v)
            v = data[at := "type"]
            self.type = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revisions"]
            self.revisions = None if v is None else decode_list(v, LibraryRevision.decode)
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
        body["isBuiltIn"] = self.is_built_in
        body["portfolioKey"] = str(self.portfolio_key)
        body["revisions"] = None if self.revisions is None else [item.encode() for item in self.revisions]
        body["type"] = self.type
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class LibraryRevision:
    """A revision of a library.

    Attributes:
        icon_url: Pre-signed URL of the icon.
    """

    name: str | None
    description: str | None = None
    icon_url: str | None = None
    is_latest: bool | None = None
    publish_date_time: dt.datetime | None = None
    publish_user_key: str | None = None
    revision: int | None = None
    tag: str | None = None
    tagging_date_time: dt.datetime | None = None
    tagging_user_key: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "name",
            "description",
            "iconUrl",
            "isLatest",
            "publishDateTime",
            "publishUserKey",
            "revision",
            "tag",
            "taggingDateTime",
            "taggingUserKey",
        ),
        null=("name",),
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 10:
                data, self.additional = cls._keys.read(data)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "description"]
            self.description = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "iconUrl"]
            self.icon_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "isLatest"]
            self.is_latest = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "publishDateTime"]
            self.publish_date_time = None if v is None else datetime_(v)
            v = data[at := "publishUserKey"]
            self.publish_user_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revision"]
            self.revision = v if type(v) is int or v is None else integer(v)
            v = data[at := "tag"]
            self.tag = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "taggingDateTime"]
            self.tagging_date_time = None if v is None else datetime_(v)
            v = data[at := "taggingUserKey"]
            self.tagging_user_key = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["description"] = self.description
        body["iconUrl"] = self.icon_url
        body["isLatest"] = self.is_latest
        body["publishDateTime"] = (
            None if self.publish_date_time is None else moment_text(self.publish_date_time)
        )
        body["publishUserKey"] = self.publish_user_key
        body["revision"] = self.revision
        body["tag"] = self.tag
        body["taggingDateTime"] = (
            None if self.tagging_date_time is None else moment_text(self.tagging_date_time)
        )
        body["taggingUserKey"] = self.tagging_user_key
        return self._keys.written(body, self.additional)
