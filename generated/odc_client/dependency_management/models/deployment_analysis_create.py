"""DeploymentAnalysisCreate."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..._runtime.wire.keys import NOTHING


@define(kw_only=True)
class DeploymentAnalysisCreate:
    """An analysis to start.

    Attributes:
        asset_key: Asset to deploy.
        environment_key: Environment to deploy to.
        revision: Revision to deploy.
    """

    asset_key: str
    environment_key: str
    revision: int
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["assetKey"] = self.asset_key
        body["environmentKey"] = self.environment_key
        body["revision"] = self.revision
        return body
