"""EnvironmentPatch."""

from __future__ import annotations

from typing import Any

from attrs import define

from ..._runtime.kernel.unset import UNSET, Unset


@define(kw_only=True)
class EnvironmentPatch:
    """Changes to an environment."""

    name: str | Unset | None = UNSET
    order: int | Unset | None = UNSET

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        if self.name is not UNSET:
            body["name"] = self.name
        if self.order is not UNSET:
            body["order"] = self.order
        return body
