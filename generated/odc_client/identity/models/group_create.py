"""GroupCreate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class GroupCreate:
    """A group to create.

    Attributes:
        application_role_keys: Roles that its members get.
        environment_key: Environment (stage) that the group belongs to.
        user_keys: Its first members.
    """

    name: str
    application_role_keys: Sequence[UUID | str] | Unset | None = UNSET
    description: str | Unset | None = UNSET
    environment_key: UUID | str
    user_keys: Sequence[UUID | str] | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["name"] = self.name
        if self.application_role_keys is not UNSET:
            body["applicationRoleKeys"] = (
                None
                if self.application_role_keys is None
                else [str(item) for item in self.application_role_keys]
            )
        if self.description is not UNSET:
            body["description"] = self.description
        body["environmentKey"] = str(self.environment_key)
        if self.user_keys is not UNSET:
            body["userKeys"] = None if self.user_keys is None else [str(item) for item in self.user_keys]
        return body
