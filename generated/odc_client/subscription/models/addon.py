"""Addon."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, open_enum, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from .data_type import DataType


@define(kw_only=True)
class Addon:
    """An extra that was subscribed to.

    Attributes:
        data_type: Type of an entitlement's value.
    """

    id: str | None = None
    name: str | None = None
    data_type: DataType | str | None = None
    description: str | None = None
    documentation_url: str | None = None
    end_date: str | None = None
    start_date: str | None = None
    unit: str | None = None
    value: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        ("id", "name", "dataType", "description", "documentationUrl", "endDate", "startDate", "unit", "value")
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
            v = data[at := "endDate"]
            self.end_date = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "startDate"]
            self.start_date = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "unit"]
            self.unit = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "value"]
            self.value = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["id"] = self.id
        body["name"] = self.name
        body["dataType"] = self.data_type
        body["description"] = self.description
        body["documentationUrl"] = self.documentation_url
        body["endDate"] = self.end_date
        body["startDate"] = self.start_date
        body["unit"] = self.unit
        body["value"] = self.value
        return self._keys.written(body, self.additional)
