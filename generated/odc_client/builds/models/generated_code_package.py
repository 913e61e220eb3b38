"""GeneratedCodePackage and its parts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    datetime_,
    decode_error,
    decode_list,
    new,
    open_enum,
    sparse,
    wrong,
)


@define(kw_only=True)
class GeneratedCodePackage:
    """State of the packaging of generated code, and where to download the package.

    Attributes:
        status: State of the packaging of generated code.
        uri: Where to download the package, without the bearer token.
    """

    errors: list[GeneratedCodeError] | None = None
    status: GeneratedCodeStatus | str | None = None
    uri: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "errors"]
            self.errors = None if v is None else decode_list(v, GeneratedCodeError.decode)
            v = data[at := "status"]
            self.status = None if v is None else open_enum(GeneratedCodeStatus, v)
            v = data[at := "uri"]
            self.uri = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class GeneratedCodeError:
    """An error of the packaging."""

    message: str | None = None
    severity: str | None = None
    timestamp: dt.datetime | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "message"]
            self.message = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "severity"]
            self.severity = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "timestamp"]
            self.timestamp = None if v is None else datetime_(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


class GeneratedCodeStatus(StrEnum):
    """State of the packaging of generated code."""

    NOT_STARTED = "NotStarted"
    RUNNING = "Running"
    FINISHED = "Finished"
    TIMED_OUT = "TimedOut"
    FAILED = "Failed"
