"""Entitlement."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, open_enum, sparse, wrong
from .data_type import DataType


@define(kw_only=True)
class Entitlement:
    """Something that the subscription entitles to, with its amount.

    Attributes:
        data_type: Type of an entitlement's value.
    """

    id: str | None = None
    name: str | None = None
    data_type: DataType | str | None = None
    description: str | None = None
    documentation_url: str | None = None
    kind: str | None = None
    unit: str | None = None
    value: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "id"]
            self.id = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "dataType"]
            self.data_type = None if v is None else open_enum(DataType, v)
            v = data[at := "description"]
            self.description = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "documentationUrl"]
            self.documentation_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "kind"]
            self.kind = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "unit"]
            self.unit = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "value"]
            self.value = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
