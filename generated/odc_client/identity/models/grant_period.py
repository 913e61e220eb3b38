"""GrantPeriod."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text


@define(kw_only=True)
class GrantPeriod:
    """Time during which a grant applies, in UTC.

    Attributes:
        end_time: End, in UTC.
        start_time: Begin, in UTC.
    """

    end_time: dt.datetime | Unset | None = UNSET
    start_time: dt.datetime | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("endTime", "startTime"), absent=UNSET)

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v = data[at := "endTime"]
            self.end_time = v if v is None or v is UNSET else datetime_(v)
            v = data[at := "startTime"]
            self.start_time = v if v is None or v is UNSET else datetime_(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.end_time is not UNSET:
            body["endTime"] = None if self.end_time is None else moment_text(self.end_time)
        if self.start_time is not UNSET:
            body["startTime"] = None if self.start_time is None else moment_text(self.start_time)
        return body
