"""OperationMessage and its parts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, open_enum, sparse, uuid, wrong


@define(kw_only=True)
class OperationMessage:
    """A message of an operation.

    Attributes:
        additional_info: The step and the asset that a message is about.
        severity: How grave a message is.
    """

    additional_info: OperationMessageDetails | None = None
    message: str | None = None
    severity: MessageSeverity | str | None = None
    timestamp: dt.datetime | None = None
    type: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "additionalInfo"]
            self.additional_info = None if v is None else OperationMessageDetails.decode(v)
            v = data[at := "message"]
            self.message = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "severity"]
            self.severity = None if v is None else open_enum(MessageSeverity, v)
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


@define(kw_only=True)
class OperationMessageDetails:
    """The step and the asset that a message is about."""

    asset_key: UUID | None = None
    step_id: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "assetKey"]
            self.asset_key = None if v is None else uuid(v)
            v = data[at := "stepId"]
            self.step_id = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


class MessageSeverity(StrEnum):
    """How grave a message is."""

    INFO = "Info"
    WARNING = "Warning"
    ERROR = "Error"
