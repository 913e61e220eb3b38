"""EnvironmentSubscription."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from .addon import Addon
from .entitlement import Entitlement


@define(kw_only=True)
class EnvironmentSubscription:
    """Entitlements and add-ons of an environment."""

    addons: list[Addon] | None = None
    entitlements: list[Entitlement] | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("addons", "entitlements"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v1 = data[at := "addons"]
            v2 = data[at := "entitlements"]
            at, v = "addons", v1
            self.addons = None if v is None else decode_list(v, Addon.decode)
            at, v = "entitlements", v2
            self.entitlements = None if v is None else decode_list(v, Entitlement.decode)
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
        body["addons"] = None if self.addons is None else [item.encode() for item in self.addons]
        body["entitlements"] = (
            None if self.entitlements is None else [item.encode() for item in self.entitlements]
        )
        return self._keys.written(body, self.additional)
