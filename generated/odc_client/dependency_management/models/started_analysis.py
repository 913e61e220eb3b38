"""StartedAnalysis."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, sparse, wrong


@define(kw_only=True)
class StartedAnalysis:
    """An analysis that was just asked for."""

    key: str

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "analysisKey"]
            self.key = v if type(v) is str else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "analysisKey"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
