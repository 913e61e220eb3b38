"""ElementPathStep."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, sparse, uuid, wrong


@define(kw_only=True)
class ElementPathStep:
    """One step of the path to an element."""

    element_key: UUID | None = None
    element_name: str | None = None
    element_type: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "elementKey"]
            self.element_key = None if v is None else uuid(v)
            v = data[at := "elementName"]
            self.element_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "elementType"]
            self.element_type = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            raise decode_error(error, at, data) from None
        return self
