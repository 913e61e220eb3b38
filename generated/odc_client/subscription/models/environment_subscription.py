"""EnvironmentSubscription."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.codec import DECODE_ERRORS, decode_error, decode_list
from .addon import Addon
from .entitlement import Entitlement


@define(kw_only=True)
class EnvironmentSubscription:
    """Entitlements and add-ons of an environment."""

    addons: list[Addon] | None = None
    entitlements: list[Entitlement] | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = cls.__new__(cls)
        at = ""
        try:
            get = data.get
            v = get(at := "addons")
            self.addons = None if v is None else decode_list(v, Addon.decode)
            v = get(at := "entitlements")
            self.entitlements = None if v is None else decode_list(v, Entitlement.decode)
        except DECODE_ERRORS as error:
            raise decode_error(error, at) from None
        return self
