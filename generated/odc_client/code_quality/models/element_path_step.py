"""ElementPathStep."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class ElementPathStep:
    """One step of the path to an element."""

    element_key: str | None = None
    element_name: str | None = None
    element_type: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("elementKey", "elementName", "elementType"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v = data[at := "elementKey"]
            self.element_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "elementName"]
            self.element_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "elementType"]
            self.element_type = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["elementKey"] = self.element_key
        body["elementName"] = self.element_name
        body["elementType"] = self.element_type
        return self._keys.written(body, self.additional)
