"""OrganizationPatch."""

from __future__ import annotations

from typing import Any

from attrs import define


@define(kw_only=True)
class OrganizationPatch:
    """The new name of the organization."""

    name: str

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        body["name"] = self.name
        return body
