"""PortfolioPatch."""

from __future__ import annotations

from typing import Any

from attrs import define

from ..._runtime.kernel.unset import UNSET, Unset


@define(kw_only=True)
class PortfolioPatch:
    """Changes to a portfolio."""

    name: str | Unset | None = UNSET

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        if self.name is not UNSET:
            body["name"] = self.name
        return body
