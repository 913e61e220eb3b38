"""GenerationMessages and its parts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, decode_list, new, open_enum, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text


@define(kw_only=True)
class GenerationMessages:
    """What validation had to say."""

    finished_at: dt.datetime | None = None
    validation_messages: list[GenerationMessage] | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("finishedAt", "validationMessages"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v = data[at := "finishedAt"]
            self.finished_at = None if v is None else datetime_(v)
            v = data[at := "validationMessages"]
            self.validation_messages = None if v is None else decode_list(v, GenerationMessage.decode)
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
        body["finishedAt"] = None if self.finished_at is None else moment_text(self.finished_at)
        body["validationMessages"] = (
            None if self.validation_messages is None else [item.encode() for item in self.validation_messages]
        )
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class GenerationMessage:
    """A message of the validation.

    Attributes:
        type: Kind of a message.
    """

    error_code: str | None = None
    message: str | None = None
    type: MessageType | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("errorCode", "message", "type"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v = data[at := "errorCode"]
            self.error_code = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "message"]
            self.message = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "type"]
            self.type = None if v is None else open_enum(MessageType, v)
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
        body["errorCode"] = self.error_code
        body["message"] = self.message
        body["type"] = self.type
        return self._keys.written(body, self.additional)


class MessageType(StrEnum):
    """Kind of a message."""

    NONE = "None"
    INFORMATION = "Information"
    WARNING = "Warning"
    ERROR = "Error"
