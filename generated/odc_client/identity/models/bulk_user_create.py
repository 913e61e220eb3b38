"""BulkUserCreate."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

from ..._runtime.wire.keys import NOTHING
from .user_profile_create import UserProfileCreate

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class BulkUserCreate:
    """Users to create at once.

    Attributes:
        records: The users, 1 to 100.
    """

    records: Sequence[UserProfileCreate]
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["records"] = [item.encode() for item in self.records]
        return body
