"""MobileFrameworkSettingPatch."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .mobile_framework import MobileFramework


@define(kw_only=True)
class MobileFrameworkSettingPatch:
    """A new mobile framework.

    Attributes:
        value: Framework that wraps the app.
    """

    value: MobileFramework | str | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.value is not UNSET:
            body["value"] = self.value
        return body
