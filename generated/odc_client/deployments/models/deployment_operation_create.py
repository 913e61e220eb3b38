"""DeploymentOperationCreate."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .deployment_operation_type import DeploymentOperationType


@define(kw_only=True)
class DeploymentOperationCreate:
    """A deployment operation to start.

    Attributes:
        asset_key: Asset to operate on.
        build_key: Build to deploy.
        environment_key: Environment to operate in.
        operation: Whether to deploy, to undeploy or to apply configurations.
        revision: Revision to deploy.
    """

    asset_key: UUID | str
    build_key: UUID | str | Unset | None = UNSET
    environment_key: UUID | str
    operation: DeploymentOperationType | str
    revision: int | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["assetKey"] = str(self.asset_key)
        if self.build_key is not UNSET:
            body["buildKey"] = None if self.build_key is None else str(self.build_key)
        body["environmentKey"] = str(self.environment_key)
        body["operation"] = self.operation
        if self.revision is not UNSET:
            body["revision"] = self.revision
        return body
