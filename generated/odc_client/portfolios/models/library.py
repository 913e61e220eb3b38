"""Library and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    datetime_,
    decode_error,
    decode_list,
    new,
    sparse,
    uuid,
    wrong,
)


@define(kw_only=True)
class Library:
    """A library with its revisions."""

    key: UUID
    is_built_in: bool | None = None
    portfolio_key: UUID
    revisions: list[LibraryRevision] | None = None
    type: str | None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "isBuiltIn"]
            self.is_built_in = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "portfolioKey"]
            self.portfolio_key = uuid(v)
            v = data[at := "revisions"]
            self.revisions = None if v is None else decode_list(v, LibraryRevision.decode)
            v = data[at := "type"]
            self.type = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "key", "portfolioKey"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
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
            self.revision = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "tag"]
            self.tag = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "taggingDateTime"]
            self.tagging_date_time = None if v is None else datetime_(v)
            v = data[at := "taggingUserKey"]
            self.tagging_user_key = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
