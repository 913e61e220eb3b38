"""OrganizationRoleRevocation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class OrganizationRoleRevocation:
    """Assets for which an organization role is taken away.

    Attributes:
        asset_keys: Assets for which the role is taken away; everywhere if not given.
    """

    asset_keys: Sequence[UUID | str] | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.asset_keys is not UNSET:
            body["assetKeys"] = None if self.asset_keys is None else [str(item) for item in self.asset_keys]
        return body
