"""DeploymentAnalysisCreate."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from attrs import define


@define(kw_only=True)
class DeploymentAnalysisCreate:
    """An analysis to start.

    Attributes:
        asset_key: Asset to deploy.
        environment_key: Environment to deploy to.
        revision: Revision to deploy.
    """

    asset_key: UUID | str
    environment_key: UUID | str
    revision: int

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        body["assetKey"] = str(self.asset_key)
        body["environmentKey"] = str(self.environment_key)
        body["revision"] = self.revision
        return body
