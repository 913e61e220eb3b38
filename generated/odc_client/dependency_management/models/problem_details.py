"""ProblemDetails."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, integer, new, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class ProblemDetails:
    """ProblemDetails, as it is received."""

    detail: str | None = None
    instance: str | None = None
    status: int | None = None
    title: str | None = None
    type: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("detail", "instance", "status", "title", "type"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 5:
                data, self.additional = cls._keys.read(data)
            v = data[at := "detail"]
            self.detail = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "instance"]
            self.instance = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "status"]
            self.status = v if type(v) is int or v is None else integer(v)
            v = data[at := "title"]
            self.title = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "type"]
            self.type = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["detail"] = self.detail
        body["instance"] = self.instance
        body["status"] = self.status
        body["title"] = self.title
        body["type"] = self.type
        return self._keys.written(body, self.additional)
