"""GenerationOperation and its parts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, open_enum, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text


@define(kw_only=True)
class GenerationOperation:
    """The generation of an external library from a package.

    Attributes:
        is_new_library: Whether the library was never published before.
        library_key: Key of the library, known from `ReadyForReview` on.
        status: State of a generation; `ReadyForReview` waits for a person.
    """

    key: UUID
    created_at: dt.datetime | None = None
    filename: str | None = None
    is_new_library: bool | None = None
    library_description: str | None = None
    library_icon_uri: str | None = None
    library_key: UUID | None = None
    library_name: str | None = None
    library_uri: str | None = None
    status: GenerationStatus | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "key",
            "createdAt",
            "filename",
            "isNewLibrary",
            "libraryDescription",
            "libraryIconUri",
            "libraryKey",
            "libraryName",
            "libraryUri",
            "status",
        ),
        must=("key",),
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
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "createdAt"]
            self.created_at = None if v is None else datetime_(v)
            v = data[at := "filename"]
            self.filename = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "isNewLibrary"]
            self.is_new_library = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "libraryDescription"]
            self.library_description = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "libraryIconUri"]
            self.library_icon_uri = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "libraryKey"]
            self.library_key = None if v is None else uuid(v)
            v = data[at := "libraryName"]
            self.library_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "libraryUri"]
            self.library_uri = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "status"]
            self.status = None if v is None else open_enum(GenerationStatus, v)
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
        body["createdAt"] = None if self.created_at is None else moment_text(self.created_at)
        body["filename"] = self.filename
        body["isNewLibrary"] = self.is_new_library
        body["libraryDescription"] = self.library_description
        body["libraryIconUri"] = self.library_icon_uri
        body["libraryKey"] = None if self.library_key is None else str(self.library_key)
        body["libraryName"] = self.library_name
        body["libraryUri"] = self.library_uri
        body["status"] = self.status
        return self._keys.written(body, self.additional)


class GenerationStatus(StrEnum):
    """State of a generation; `ReadyForReview` waits for a person."""

    NONE = "None"
    GENERATING = "Generating"
    GENERATION_ERROR = "GenerationError"
    READY_FOR_REVIEW = "ReadyForReview"
    DOWNLOADING = "Downloading"
    DOWNLOAD_ERROR = "DownloadError"
    COMPLETED = "Completed"
