"""Integration."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, sparse, uuid, wrong
from .configuration import Configuration


@define(kw_only=True)
class Integration:
    """An API that an asset consumes or exposes, with its configurations."""

    key: UUID | None = None
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
            self.key = None if v is None else uuid(v)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "configs"]
            self.configs = None if v is None else decode_list(v, Configuration.decode)
            v = data[at := "pluginType"]
            self.plugin_type = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            raise decode_error(error, at, data) from None
        return self
