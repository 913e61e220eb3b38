"""ReferencedElement."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, sparse, wrong


@define(kw_only=True)
class ReferencedElement:
    """An element of another asset that a revision refers to."""

    key: str | None = None
    name: str | None = None
    asset_key: str | None = None
    compatibility_signature_digest: str | None = None
    description: str | None = None
    is_hidden: bool | None = None
    producer_asset_key: str | None = None
    producer_asset_name: str | None = None
    producer_asset_type: str | None = None
    revision: int | None = None
    signature_digest: str | None = None
    type: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "key"]
            self.key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetKey"]
            self.asset_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "compatibilitySignatureDigest"]
            self.compatibility_signature_digest = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "description"]
            self.description = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "isHidden"]
            self.is_hidden = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "producerAssetKey"]
            self.producer_asset_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "producerAssetName"]
            self.producer_asset_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "producerAssetType"]
            self.producer_asset_type = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revision"]
            self.revision = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "signatureDigest"]
            self.signature_digest = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "type"]
            self.type = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
