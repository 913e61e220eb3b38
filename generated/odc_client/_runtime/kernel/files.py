"""What a caller can send as a file."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

__all__ = ["File"]


class File:
    """One part of a multipart body, or a whole body, with its name and media type.

    Args:
        content: The bytes, an open binary file, or the path of a file that is opened when it is sent.
        filename: The name told to the server; a path's own name if absent.
        content_type: The media type told to the server.
    """

    __slots__ = ("content", "content_type", "filename")

    def __init__(
        self,
        content: bytes | BinaryIO | Path,
        filename: str | None = None,
        content_type: str = "application/octet-stream",
    ) -> None:
        self.content = content
        self.filename = content.name if filename is None and isinstance(content, Path) else filename
        self.content_type = content_type

    def __repr__(self) -> str:
        """Show the name and the media type, not the content."""
        return f"File(filename={self.filename!r}, content_type={self.content_type!r})"
