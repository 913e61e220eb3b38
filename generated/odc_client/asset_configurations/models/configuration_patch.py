"""ConfigurationPatch."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from attrs import define

from ..._runtime.kernel.unset import UNSET, Unset


@define(kw_only=True)
class ConfigurationPatch:
    """A new value for one configuration."""

    key: UUID | str | Unset | None = UNSET
    filename: str | Unset | None = UNSET
    value: str | Unset | None = UNSET

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        if self.key is not UNSET:
            body["key"] = None if self.key is None else str(self.key)
        if self.filename is not UNSET:
            body["filename"] = self.filename
        if self.value is not UNSET:
            body["value"] = self.value
        return body
