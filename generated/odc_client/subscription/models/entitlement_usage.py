"""EntitlementUsage and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define

from ..._runtime.codec import DECODE_ERRORS, datetime_, decode_error, decode_list, number, wrong


@define(kw_only=True)
class EntitlementUsage:
    """How much of an entitlement is used, over time."""

    id: str | None = None
    name: str | None = None
    aggregation: str | None = None
    last_updated_date: dt.datetime | None = None
    usage: list[UsagePoint] | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = cls.__new__(cls)
        at = ""
        try:
            get = data.get
            v = get(at := "id")
            self.id = v if type(v) is str or v is None else wrong(v, "a string")
            v = get(at := "name")
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = get(at := "aggregation")
            self.aggregation = v if type(v) is str or v is None else wrong(v, "a string")
            v = get(at := "lastUpdatedDate")
            self.last_updated_date = None if v is None else datetime_(v)
            v = get(at := "usage")
            self.usage = None if v is None else decode_list(v, UsagePoint.decode)
        except DECODE_ERRORS as error:
            raise decode_error(error, at) from None
        return self


@define(kw_only=True)
class UsagePoint:
    """Usage in one interval."""

    cumulative_value: float | None = None
    timestamp: dt.datetime | None = None
    value: float | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = cls.__new__(cls)
        at = ""
        try:
            get = data.get
            v = get(at := "cumulativeValue")
            self.cumulative_value = None if v is None else number(v)
            v = get(at := "timestamp")
            self.timestamp = None if v is None else datetime_(v)
            v = get(at := "value")
            self.value = None if v is None else number(v)
        except DECODE_ERRORS as error:
            raise decode_error(error, at) from None
        return self
