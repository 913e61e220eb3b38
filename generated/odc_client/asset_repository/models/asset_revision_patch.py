"""AssetRevisionPatch."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING


@define(kw_only=True)
class AssetRevisionPatch:
    """Changes to a revision; null removes a value.

    Attributes:
        tag: Version tag; null removes it.
    """

    commit_message: str | Unset | None = UNSET
    release_notes: str | Unset | None = UNSET
    tag: str | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.commit_message is not UNSET:
            body["commitMessage"] = self.commit_message
        if self.release_notes is not UNSET:
            body["releaseNotes"] = self.release_notes
        if self.tag is not UNSET:
            body["tag"] = self.tag
        return body
