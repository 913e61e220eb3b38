"""SystemConfigurations."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from .configuration import Configuration


@define(kw_only=True)
class SystemConfigurations:
    """The system configurations that hold in an environment by default."""

    system_configurations: list[Configuration] | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("systemConfigurations",))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 1:
                data, self.additional = cls._keys.read(data)
            v = data[at := "systemConfigurations"]
            self.system_configurations = None if v is None else decode_list(v, Configuration.decode)
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
        body["systemConfigurations"] = (
            None
            if self.system_configurations is None
            else [item.encode() for item in self.system_configurations]
        )
        return self._keys.written(body, self.additional)
