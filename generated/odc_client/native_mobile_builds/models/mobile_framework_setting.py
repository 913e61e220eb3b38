"""MobileFrameworkSetting."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, open_enum, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text
from .data_type import DataType
from .mobile_framework import MobileFramework


@define(kw_only=True)
class MobileFrameworkSetting:
    """A setting whose value is a mobile framework.

    Attributes:
        data_type: Type of a setting's value.
        value: Framework that wraps the app.
    """

    data_type: DataType | str
    is_secret: bool | None = None
    last_update_date: dt.datetime | None = None
    value: MobileFramework | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("dataType", "isSecret", "lastUpdateDate", "value"), must=("dataType",))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 4:
                data, self.additional = cls._keys.read(data)
            v = data[at := "dataType"]
            self.data_type = open_enum(DataType, v)
            v = data[at := "isSecret"]
            self.is_secret = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "lastUpdateDate"]
            self.last_update_date = None if v is None else datetime_(v)
            v = data[at := "value"]
            self.value = None if v is None else open_enum(MobileFramework, v)
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
        body["dataType"] = self.data_type
        body["isSecret"] = self.is_secret
        body["lastUpdateDate"] = None if self.last_update_date is None else moment_text(self.last_update_date)
        body["value"] = self.value
        return self._keys.written(body, self.additional)
