"""StringSettingPatch."""

from __future__ import annotations

from typing import Any

from attrs import define

from ..._runtime.kernel.unset import UNSET, Unset


@define(kw_only=True)
class StringSettingPatch:
    """A new text for a setting."""

    value: str | Unset | None = UNSET

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        if self.value is not UNSET:
            body["value"] = self.value
        return body
