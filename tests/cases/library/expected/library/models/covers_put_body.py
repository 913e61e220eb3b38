"""CoversPutBody."""

from __future__ import annotations

from attrs import define

from ..._runtime.kernel.files import File
from ..._runtime.kernel.unset import UNSET, Unset


@define(kw_only=True)
class CoversPutBody:
    """CoversPutBody, as it is sent."""

    file: File
    caption: str | Unset = UNSET

    def encode_multipart(self) -> list[tuple[str, File | str]]:
        """Return the model as the parts of a form, without the fields that are UNSET."""
        parts: list[tuple[str, File | str]] = []
        parts.append(("file", self.file))
        if self.caption is not UNSET:
            parts.append(("caption", self.caption))
        return parts
