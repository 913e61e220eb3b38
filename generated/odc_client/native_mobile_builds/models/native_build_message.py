"""NativeBuildMessage and its parts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, open_enum, sparse, wrong


@define(kw_only=True)
class NativeBuildMessage:
    """A progress message of a native build.

    Attributes:
        severity: How grave a message is.
    """

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


class MessageSeverity(StrEnum):
    """How grave a message is."""

    INFO = "Info"
    WARNING = "Warning"
    ERROR = "Error"
