"""AssetConsumer."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, integer, new, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class AssetConsumer:
    """An asset that uses another one."""

    key: str
    name: str | None = None
    compatibility_signature_digest: UUID | None = None
    description: str | None = None
    model_digest: UUID | None = None
    portfolio_key: str | None = None
    revision: int | None = None
    signature_digest: UUID | None = None
    type: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "key",
            "name",
            "compatibilitySignatureDigest",
            "description",
            "modelDigest",
            "portfolioKey",
            "revision",
            "signatureDigest",
            "type",
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
            if len(data) != 9:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = v if type(v) is str else wrong(v, "a string")
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "compatibilitySignatureDigest"]
            self.compatibility_signature_digest = None if v is None else uuid(v)
            v = data[at := "description"]
            self.description = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "modelDigest"]
            self.model_digest = None if v is None else uuid(v)
            v = data[at := "portfolioKey"]
            self.portfolio_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revision"]
            self.revision = v if type(v) is int or v is None else integer(v)
            v = data[at := "signatureDigest"]
            self.signature_digest = None if v is None else uuid(v)
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
        body["compatibilitySignatureDigest"] = (
            None if self.compatibility_signature_digest is None else str(self.compatibility_signature_digest)
        )
        body["description"] = self.description
        body["modelDigest"] = None if self.model_digest is None else str(self.model_digest)
        body["portfolioKey"] = self.portfolio_key
        body["revision"] = self.revision
        body["signatureDigest"] = None if self.signature_digest is None else str(self.signature_digest)
        body["type"] = self.type
        return self._keys.written(body, self.additional)
