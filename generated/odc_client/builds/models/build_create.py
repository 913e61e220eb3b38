"""BuildCreate."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .build_type import BuildType


@define(kw_only=True)
class BuildCreate:
    """A build to start.

    Attributes:
        asset_key: Asset to build.
        asset_revision: Revision to build.
        build_type: Debug, as if not given, or Release.
    """

    asset_key: UUID | str
    asset_revision: int
    build_type: BuildType | str | Unset = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["assetKey"] = str(self.asset_key)
        body["assetRevision"] = self.asset_revision
        if self.build_type is not UNSET:
            body["buildType"] = self.build_type
        return body
