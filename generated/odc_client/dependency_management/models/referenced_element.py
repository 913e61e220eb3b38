"""ReferencedElement."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, sparse, uuid, wrong


@define(kw_only=True)
class ReferencedElement:
    """An element of another asset that a revision refers to."""

    key: UUID | None = None
    name: str | None = None
    asset_key: UUID | None = None
    compatibility_signature_digest: str | None = None
    description: str | None = None
    is_hidden: bool | None = None
    producer_asset_key: UUID | None = None
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
            self.key = None if v is None else uuid(v)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetKey"]
            self.asset_key = None if v is None else uuid(v)
            v = data[at := "compatibilitySignatureDigest"]
            self.compatibility_signature_digest = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "description"]
            self.description = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "isHidden"]
            self.is_hidden = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "producerAssetKey"]
            self.producer_asset_key = None if v is None else uuid(v)
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
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            raise decode_error(error, at, data) from None
        return self
