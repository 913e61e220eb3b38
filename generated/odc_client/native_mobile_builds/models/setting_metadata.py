"""SettingMetadata."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, sparse, wrong


@define(kw_only=True)
class SettingMetadata:
    """A note on an extensibility setting."""

    key: str | None
    value: str | None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "key"]
            self.key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "value"]
            self.value = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        body["key"] = self.key
        body["value"] = self.value
        return body
