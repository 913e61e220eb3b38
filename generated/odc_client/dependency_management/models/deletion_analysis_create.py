"""DeletionAnalysisCreate."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from attrs import define


@define(kw_only=True)
class DeletionAnalysisCreate:
    """An analysis to start.

    Attributes:
        asset_key: Asset to delete.
    """

    asset_key: UUID | str

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        body["assetKey"] = str(self.asset_key)
        return body
