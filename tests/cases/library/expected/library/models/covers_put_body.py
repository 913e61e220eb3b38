"""CoversPutBody."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..._runtime.kernel.files import File
from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING


@define(kw_only=True)
class CoversPutBody:
    """CoversPutBody, as it is sent."""

    file: File
    caption: str | Unset = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode_multipart(self) -> list[tuple[str, File | str]]:
        """Return the model as the parts of a form, without the fields that are UNSET."""
        parts: list[tuple[str, File | str]] = []
        parts.append(("file", self.file))
        if self.caption is not UNSET:
            parts.append(("caption", self.caption))
        return parts
