"""SourceCodeDownload and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, open_enum, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class SourceCodeDownload:
    """The preparation of a library's source for download.

    Attributes:
        file_uri: Where to download the source, without the bearer token.
        status: State of the preparation of a download.
    """

    key: UUID
    file_uri: str | None = None
    library_description: str | None = None
    library_key: UUID | None = None
    library_name: str | None = None
    status: SourceCodeDownloadStatus | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        ("key", "fileUri", "libraryDescription", "libraryKey", "libraryName", "status"), must=("key",)
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 6:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "fileUri"]
            self.file_uri = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "libraryDescription"]
            self.library_description = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "libraryKey"]
            self.library_key = None if v is None else uuid(v)
            v = data[at := "libraryName"]
            self.library_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "status"]
            self.status = None if v is None else open_enum(SourceCodeDownloadStatus, v)
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
        body["fileUri"] = self.file_uri
        body["libraryDescription"] = self.library_description
        body["libraryKey"] = None if self.library_key is None else str(self.library_key)
        body["libraryName"] = self.library_name
        body["status"] = self.status
        return self._keys.written(body, self.additional)


class SourceCodeDownloadStatus(StrEnum):
    """State of the preparation of a download."""

    NONE = "None"
    GENERATING = "Generating"
    GENERATION_ERROR = "GenerationError"
    READY_FOR_DOWNLOAD = "ReadyForDownload"
