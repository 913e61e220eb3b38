"""Inventory and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, new, open_enum, sparse


@define(kw_only=True)
class Inventory:
    """Inventory, as it is received."""

    status: InventoryStatus | str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "status"]
            self.status = None if v is None else open_enum(InventoryStatus, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


class InventoryStatus(StrEnum):
    """Known values; a newer one stays a plain string."""

    RUNNING = "Running"
    FINISHED = "Finished"
    FAILED = "Failed"
