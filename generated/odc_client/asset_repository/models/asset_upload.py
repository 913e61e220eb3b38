"""AssetUpload."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..._runtime.kernel.files import File
from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from ..._runtime.wire.values import part_text
from .asset_revision_create import AssetRevisionCreate


@define(kw_only=True)
class AssetUpload:
    """A file with what to make of it.

    Attributes:
        creation_request: An asset or a revision to create.
    """

    asset_file: File | Unset = UNSET
    creation_request: AssetRevisionCreate | Unset = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode_multipart(self) -> list[tuple[str, File | str]]:
        """Return the model as the parts of a form, without the fields that are UNSET."""
        parts: list[tuple[str, File | str]] = []
        if self.asset_file is not UNSET:
            parts.append(("assetFile", self.asset_file))
        if self.creation_request is not UNSET:
            parts.append(("creationRequest", part_text(self.creation_request.encode())))
        return parts
