"""EntitlementUsage and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, decode_list, new, number, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text


@define(kw_only=True)
class EntitlementUsage:
    """How much of an entitlement is used, over time."""

    id: str | None = None
    name: str | None = None
    aggregation: str | None = None
    last_updated_date: dt.datetime | None = None
    usage: list[UsagePoint] | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("id", "name", "aggregation", "lastUpdatedDate", "usage"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 5:
                data, self.additional = cls._keys.read(data)
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
        body["aggregation"] = self.aggregation
        body["lastUpdatedDate"] = (
            None if self.last_updated_date is None else moment_text(self.last_updated_date)
        )
        body["usage"] = None if self.usage is None else [item.encode() for item in self.usage]
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class UsagePoint:
    """Usage in one interval."""

    cumulative_value: float | None = None
    timestamp: dt.datetime | None = None
    value: float | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("cumulativeValue", "timestamp", "value"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v = data[at := "cumulativeValue"]
            self.cumulative_value = None if v is None else number(v)
            v = data[at := "timestamp"]
            self.timestamp = None if v is None else datetime_(v)
            v = data[at := "value"]
            self.value = None if v is None else number(v)
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
        body["cumulativeValue"] = self.cumulative_value
        body["timestamp"] = None if self.timestamp is None else moment_text(self.timestamp)
        body["value"] = self.value
        return self._keys.written(body, self.additional)
