"""GeneratedCodePackage and its parts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, decode_list, new, open_enum, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text


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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("errors", "status", "uri"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v = data[at := "status"]
            self.status = None if v is None else open_enum(GeneratedCodeStatus, v)
            v = data[at := "uri"]
            self.uri = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "errors"]
            self.errors = None if v is None else decode_list(v, GeneratedCodeError.decode)
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
        body["errors"] = None if self.errors is None else [item.encode() for item in self.errors]
        body["status"] = self.status
        body["uri"] = self.uri
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class GeneratedCodeError:
    """An error of the packaging."""

    message: str | None = None
    severity: str | None = None
    timestamp: dt.datetime | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("message", "severity", "timestamp"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v = data[at := "message"]
            self.message = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "severity"]
            self.severity = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "timestamp"]
            self.timestamp = None if v is None else datetime_(v)
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
        body["message"] = self.message
        body["severity"] = self.severity
        body["timestamp"] = None if self.timestamp is None else moment_text(self.timestamp)
        return self._keys.written(body, self.additional)


class GeneratedCodeStatus(StrEnum):
    """State of the packaging of generated code."""

    NOT_STARTED = "NotStarted"
    RUNNING = "Running"
    FINISHED = "Finished"
    TIMED_OUT = "TimedOut"
    FAILED = "Failed"
