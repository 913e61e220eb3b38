"""SystemConfigurations."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, sparse
from .configuration import Configuration


@define(kw_only=True)
class SystemConfigurations:
    """The system configurations that hold in an environment by default."""

    system_configurations: list[Configuration] | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "systemConfigurations"]
            self.system_configurations = None if v is None else decode_list(v, Configuration.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
