"""StringSetting."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, open_enum, sparse, wrong
from .data_type import DataType


@define(kw_only=True)
class StringSetting:
    """A setting whose value is text.

    Attributes:
        data_type: Type of a setting's value.
    """

    data_type: DataType | str
    is_secret: bool | None = None
    last_update_date: dt.datetime | None = None
    value: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "dataType"]
            self.data_type = open_enum(DataType, v)
            v = data[at := "isSecret"]
            self.is_secret = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "lastUpdateDate"]
            self.last_update_date = None if v is None else datetime_(v)
            v = data[at := "value"]
            self.value = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "dataType"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
