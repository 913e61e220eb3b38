"""EnvironmentPatch."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING


@define(kw_only=True)
class EnvironmentPatch:
    """Changes to an environment."""

    name: str | Unset | None = UNSET
    order: int | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.name is not UNSET:
            body["name"] = self.name
        if self.order is not UNSET:
            body["order"] = self.order
        return body
