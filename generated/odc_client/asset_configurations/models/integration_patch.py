"""IntegrationPatch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from attrs import define

from ..._runtime.kernel.unset import UNSET, Unset
from .configuration_patch import ConfigurationPatch

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class IntegrationPatch:
    """Changes to an integration."""

    key: UUID | str | Unset | None = UNSET
    configs: Sequence[ConfigurationPatch] | Unset | None = UNSET

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        if self.key is not UNSET:
            body["key"] = None if self.key is None else str(self.key)
        if self.configs is not UNSET:
            body["configs"] = None if self.configs is None else [item.encode() for item in self.configs]
        return body
