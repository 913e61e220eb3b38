"""ReferencedElement."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, integer, new, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "key",
            "name",
            "assetKey",
            "compatibilitySignatureDigest",
            "description",
            "isHidden",
            "producerAssetKey",
            "producerAssetName",
            "producerAssetType",
            "revision",
            "signatureDigest",
            "type",
        )
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 12:
                data, self.additional = cls._keys.read(data)
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
            self.revision = v if type(v) is int or v is None else integer(v)
            v = data[at := "signatureDigest"]
            self.signature_digest = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "type"]
            self.type = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["key"] = self.key
        body["name"] = self.name
        body["assetKey"] = self.asset_key
        body["compatibilitySignatureDigest"] = self.compatibility_signature_digest
        body["description"] = self.description
        body["isHidden"] = self.is_hidden
        body["producerAssetKey"] = self.producer_asset_key
        body["producerAssetName"] = self.producer_asset_name
        body["producerAssetType"] = self.producer_asset_type
        body["revision"] = self.revision
        body["signatureDigest"] = self.signature_digest
        body["type"] = self.type
        return self._keys.written(body, self.additional)
