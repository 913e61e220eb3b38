"""OrganizationRoleCreate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .permission_assignment import PermissionAssignment

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class OrganizationRoleCreate:
    """An organization role to create.

    Attributes:
        permissions: Permissions that make up the role.
    """

    name: str
    permissions: Sequence[PermissionAssignment] | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["name"] = self.name
        if self.permissions is not UNSET:
            body["permissions"] = (
                None if self.permissions is None else [item.encode() for item in self.permissions]
            )
        return body
