"""StartedBuild."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, sparse, uuid, wrong


@define(kw_only=True)
class StartedBuild:
    """A build that was just asked for.

    Attributes:
        is_successful: Whether the build could be started.
    """

    key: UUID
    is_successful: bool | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "buildKey"]
            self.key = uuid(v)
            v = data[at := "isSuccessful"]
            self.is_successful = v if v is True or v is False or v is None else wrong(v, "a boolean")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "buildKey"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
