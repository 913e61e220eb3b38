"""CoversPutBody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from ..._runtime.kernel.files import File


@define(kw_only=True)
class CoversPutBody:
    """CoversPutBody, as it is sent."""

    file: File | bytes | BinaryIO | Path
    caption: str | Unset = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode_multipart(self) -> list[tuple[str, Any]]:
        """Return the model as the fields of a form, files as they are, without the fields that are UNSET."""
        parts: list[tuple[str, Any]] = list(self.additional.items())
        parts.append(("file", self.file))
        if self.caption is not UNSET:
            parts.append(("caption", self.caption))
        return parts
