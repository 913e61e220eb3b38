"""AssetSignature."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class AssetSignature:
    """Where the signature of a revision can be downloaded."""

    compatibility_signature_digest: UUID | None = None
    signature_binary_url: str | None = None
    signature_digest: UUID | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("compatibilitySignatureDigest", "signatureBinaryUrl", "signatureDigest"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v = data[at := "compatibilitySignatureDigest"]
            self.compatibility_signature_digest = None if v is None else uuid(v)
            v = data[at := "signatureBinaryUrl"]
            self.signature_binary_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "signatureDigest"]
            self.signature_digest = None if v is None else uuid(v)
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
        body["compatibilitySignatureDigest"] = (
            None if self.compatibility_signature_digest is None else str(self.compatibility_signature_digest)
        )
        body["signatureBinaryUrl"] = self.signature_binary_url
        body["signatureDigest"] = None if self.signature_digest is None else str(self.signature_digest)
        return self._keys.written(body, self.additional)
