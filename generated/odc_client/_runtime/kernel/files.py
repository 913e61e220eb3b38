"""What a caller can send as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["File", "is_file"]


class File:
    """One part of a multipart body, or a whole body, with its name and media type.

    Args:
        content: The bytes, an open binary file, or the path of a file that is opened when it is sent.
        filename: The name told to the server; a path's own name if absent.
        content_type: The media type told to the server; if absent, the one that the document names, else
            `application/octet-stream`.
        headers: Further headers of its part in a multipart body.
    """

    __slots__ = ("content", "content_type", "filename", "headers")

    def __init__(
        self,
        content: bytes | BinaryIO | Path,
        filename: str | None = None,
        content_type: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        self.content = content
        self.filename = content.name if filename is None and isinstance(content, Path) else filename
        self.content_type = content_type
        self.headers = dict(headers or {})

    def __repr__(self) -> str:
        """Show the name and the media type, not the content."""
        return f"File(filename={self.filename!r}, content_type={self.content_type!r})"


def is_file(value: object) -> bool:
    """Tell whether a value is the content of a file: bytes, a path, something to read from, or a `File`."""
    return isinstance(value, (bytes, bytearray, Path, File)) or callable(getattr(value, "read", None))
