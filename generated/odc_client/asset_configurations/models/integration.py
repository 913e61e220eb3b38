"""Integration."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, sparse, wrong
from .configuration import Configuration


@define(kw_only=True)
class Integration:
    """An API that an asset consumes or exposes, with its configurations."""

    key: str | None = None
    name: str | None = None
    configs: list[Configuration] | None = None
    plugin_type: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "key"]
            self.key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "configs"]
            self.configs = None if v is None else decode_list(v, Configuration.decode)
            v = data[at := "pluginType"]
            self.plugin_type = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
