"""StartedOperation."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, sparse, uuid


@define(kw_only=True)
class StartedOperation:
    """An operation that was just asked for."""

    key: UUID

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "operationKey"]
            self.key = uuid(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "operationKey"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
