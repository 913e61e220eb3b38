"""AssetSourceCode."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, sparse, uuid, wrong


@define(kw_only=True)
class AssetSourceCode:
    """Where the source of a revision can be downloaded."""

    source_code_binary_url: str | None = None
    source_code_digest: UUID | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "sourceCodeBinaryUrl"]
            self.source_code_binary_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "sourceCodeDigest"]
            self.source_code_digest = None if v is None else uuid(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
