"""Integration."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from .configuration import Configuration


@define(kw_only=True)
class Integration:
    """An API that an asset consumes or exposes, with its configurations."""

    key: str | None = None
    name: str | None = None
    configs: list[Configuration] | None = None
    plugin_type: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("key", "name", "configs", "pluginType"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 4:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "pluginType"]
            self.plugin_type = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "configs"]
            self.configs = None if v is None else decode_list(v, Configuration.decode)
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
        body["key"] = self.key
        body["name"] = self.name
        body["configs"] = None if self.configs is None else [item.encode() for item in self.configs]
        body["pluginType"] = self.plugin_type
        return self._keys.written(body, self.additional)
