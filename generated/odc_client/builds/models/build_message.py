"""BuildMessage."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, sparse, uuid, wrong


@define(kw_only=True)
class BuildMessage:
    """A message that a build logged."""

    asset_key: UUID | None = None
    error_code: str | None = None
    message: str | None = None
    severity: str | None = None
    step_id: str | None = None
    timestamp: dt.datetime | None = None
    type: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "assetKey"]
            self.asset_key = None if v is None else uuid(v)
            v = data[at := "errorCode"]
            self.error_code = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "message"]
            self.message = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "severity"]
            self.severity = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "stepId"]
            self.step_id = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "timestamp"]
            self.timestamp = None if v is None else datetime_(v)
            v = data[at := "type"]
            self.type = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
