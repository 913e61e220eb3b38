"""GroupApplicationRolesPatch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class GroupApplicationRolesPatch:
    """Application roles to add to a group and to remove from it."""

    application_role_keys_to_add: Sequence[UUID | str] | Unset | None = UNSET
    application_role_keys_to_remove: Sequence[UUID | str] | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.application_role_keys_to_add is not UNSET:
            body["applicationRoleKeysToAdd"] = (
                None
                if self.application_role_keys_to_add is None
                else [str(item) for item in self.application_role_keys_to_add]
            )
        if self.application_role_keys_to_remove is not UNSET:
            body["applicationRoleKeysToRemove"] = (
                None
                if self.application_role_keys_to_remove is None
                else [str(item) for item in self.application_role_keys_to_remove]
            )
        return body
