"""UserProfilePatch."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING


@define(kw_only=True)
class UserProfilePatch:
    """Changes to a user; null empties a field.

    Attributes:
        is_active: Whether the user can log in.
    """

    name: str | Unset | None = UNSET
    is_active: bool | Unset | None = UNSET
    photo_url: str | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.name is not UNSET:
            body["name"] = self.name
        if self.is_active is not UNSET:
            body["isActive"] = self.is_active
        if self.photo_url is not UNSET:
            body["photoUrl"] = self.photo_url
        return body
