"""GrantPeriod."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, sparse
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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "endTime"]
            self.end_time = None if v is None else datetime_(v)
            v = data[at := "startTime"]
            self.start_time = None if v is None else datetime_(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        if self.end_time is not UNSET:
            body["endTime"] = None if self.end_time is None else moment_text(self.end_time)
        if self.start_time is not UNSET:
            body["startTime"] = None if self.start_time is None else moment_text(self.start_time)
        return body
