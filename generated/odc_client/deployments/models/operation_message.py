"""OperationMessage and its parts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, open_enum, uuid, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text


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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("additionalInfo", "message", "severity", "timestamp", "type"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 5:
                data, self.additional = cls._keys.read(data)
            v = data[at := "message"]
            self.message = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "severity"]
            self.severity = None if v is None else open_enum(MessageSeverity, v)
            v = data[at := "timestamp"]
            self.timestamp = None if v is None else datetime_(v)
            v = data[at := "type"]
            self.type = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "additionalInfo"]
            self.additional_info = None if v is None else OperationMessageDetails.decode(v)
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
        body["additionalInfo"] = None if self.additional_info is None else self.additional_info.encode()
        body["message"] = self.message
        body["severity"] = self.severity
        body["timestamp"] = None if self.timestamp is None else moment_text(self.timestamp)
        body["type"] = self.type
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class OperationMessageDetails:
    """The step and the asset that a message is about."""

    asset_key: UUID | None = None
    step_id: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("assetKey", "stepId"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v = data[at := "assetKey"]
            self.asset_key = None if v is None else uuid(v)
            v = data[at := "stepId"]
            self.step_id = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["assetKey"] = None if self.asset_key is None else str(self.asset_key)
        body["stepId"] = self.step_id
        return self._keys.written(body, self.additional)


class MessageSeverity(StrEnum):
    """How grave a message is."""

    INFO = "Info"
    WARNING = "Warning"
    ERROR = "Error"
