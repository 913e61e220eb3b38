"""BuildCreate."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from attrs import define

from ..._runtime.kernel.unset import UNSET, Unset
from .build_type import BuildType


@define(kw_only=True)
class BuildCreate:
    """A build to start.

    Attributes:
        asset_key: Asset to build.
        revision: Revision to build.
        build_type: Debug, as if not given, or Release.
    """

    asset_key: UUID | str
    revision: int
    build_type: BuildType | str | Unset = UNSET

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        body["assetKey"] = str(self.asset_key)
        body["assetRevision"] = self.revision
        if self.build_type is not UNSET:
            body["buildType"] = self.build_type
        return body
