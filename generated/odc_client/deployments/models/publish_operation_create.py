"""PublishOperationCreate."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .publish_operation_type import PublishOperationType


@define(kw_only=True)
class PublishOperationCreate:
    """A publish operation to start.

    Attributes:
        asset_key: Asset to publish.
        environment_key: Environment to publish to.
        operation: What a publish operation does.
        revision: Revision to publish.
    """

    asset_key: UUID | str
    environment_key: UUID | str
    operation: PublishOperationType | str | Unset = UNSET
    revision: int
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["assetKey"] = str(self.asset_key)
        body["environmentKey"] = str(self.environment_key)
        if self.operation is not UNSET:
            body["operation"] = self.operation
        body["revision"] = self.revision
        return body
