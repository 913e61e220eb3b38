"""Inventory and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, open_enum
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys


@define(kw_only=True)
class Inventory:
    """Inventory, as it is received."""

    status: InventoryStatus | str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("status",))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 1:
                data, self.additional = cls._keys.read(data)
            v = data[at := "status"]
            self.status = None if v is None else open_enum(InventoryStatus, v)
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
        body["status"] = self.status
        return self._keys.written(body, self.additional)


class InventoryStatus(StrEnum):
    """Known values; a newer one stays a plain string."""

    RUNNING = "Running"
    FINISHED = "Finished"
    FAILED = "Failed"
