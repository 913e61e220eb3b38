"""GroupUsersPatch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class GroupUsersPatch:
    """Users to add to a group and to remove from it."""

    user_keys_to_add: Sequence[UUID | str] | Unset | None = UNSET
    user_keys_to_remove: Sequence[UUID | str] | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.user_keys_to_add is not UNSET:
            body["userKeysToAdd"] = (
                None if self.user_keys_to_add is None else [str(item) for item in self.user_keys_to_add]
            )
        if self.user_keys_to_remove is not UNSET:
            body["userKeysToRemove"] = (
                None if self.user_keys_to_remove is None else [str(item) for item in self.user_keys_to_remove]
            )
        return body
