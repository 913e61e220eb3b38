"""ProblemDetails."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, sparse, wrong


@define(kw_only=True)
class ProblemDetails:
    """ProblemDetails, as it is received."""

    detail: str | None = None
    instance: str | None = None
    status: int | None = None
    title: str | None = None
    type: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "detail"]
            self.detail = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "instance"]
            self.instance = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "status"]
            self.status = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "title"]
            self.title = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "type"]
            self.type = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
