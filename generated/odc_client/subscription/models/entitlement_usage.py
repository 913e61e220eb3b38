"""EntitlementUsage and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    datetime_,
    decode_error,
    decode_list,
    new,
    number,
    sparse,
    wrong,
)


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
        self = new(cls)
        at = ""
        try:
            v = data[at := "id"]
            self.id = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "aggregation"]
            self.aggregation = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "lastUpdatedDate"]
            self.last_updated_date = None if v is None else datetime_(v)
            v = data[at := "usage"]
            self.usage = None if v is None else decode_list(v, UsagePoint.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
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
        self = new(cls)
        at = ""
        try:
            v = data[at := "cumulativeValue"]
            self.cumulative_value = None if v is None else number(v)
            v = data[at := "timestamp"]
            self.timestamp = None if v is None else datetime_(v)
            v = data[at := "value"]
            self.value = None if v is None else number(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
