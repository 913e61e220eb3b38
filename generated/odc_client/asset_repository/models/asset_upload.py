"""AssetUpload."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .asset_revision_create import AssetRevisionCreate

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from ..._runtime.kernel.files import File


@define(kw_only=True)
class AssetUpload:
    """A file with what to make of it.

    Attributes:
        creation_request: An asset or a revision to create.
    """

    asset_file: File | bytes | BinaryIO | Path | Unset = UNSET
    creation_request: AssetRevisionCreate | Unset = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode_multipart(self) -> list[tuple[str, Any]]:
        """Return the model as the fields of a form, files as they are, without the fields that are UNSET."""
        parts: list[tuple[str, Any]] = list(self.additional.items())
        if self.asset_file is not UNSET:
            parts.append(("assetFile", self.asset_file))
        if self.creation_request is not UNSET:
            parts.append(("creationRequest", self.creation_request.encode()))
        return parts
