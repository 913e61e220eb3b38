"""OrganizationPatch."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..._runtime.wire.keys import NOTHING


@define(kw_only=True)
class OrganizationPatch:
    """The new name of the organization."""

    name: str
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["name"] = self.name
        return body
