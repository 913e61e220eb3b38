"""CodeAnalysisCreate."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..._runtime.wire.keys import NOTHING


@define(kw_only=True)
class CodeAnalysisCreate:
    """An analysis to start.

    Attributes:
        asset_key: Asset to analyse.
        asset_revision: Revision to analyse.
    """

    asset_key: str
    asset_revision: int
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["assetKey"] = self.asset_key
        body["assetRevision"] = self.asset_revision
        return body
