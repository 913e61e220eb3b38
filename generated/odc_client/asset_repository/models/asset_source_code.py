"""AssetSourceCode."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class AssetSourceCode:
    """Where the source of a revision can be downloaded."""

    source_code_binary_url: str | None = None
    source_code_digest: UUID | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("sourceCodeBinaryUrl", "sourceCodeDigest"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v = data[at := "sourceCodeBinaryUrl"]
            self.source_code_binary_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "sourceCodeDigest"]
            self.source_code_digest = None if v is None else uuid(v)
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
        body["sourceCodeBinaryUrl"] = self.source_code_binary_url
        body["sourceCodeDigest"] = None if self.source_code_digest is None else str(self.source_code_digest)
        return self._keys.written(body, self.additional)
