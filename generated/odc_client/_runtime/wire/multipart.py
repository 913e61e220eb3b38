"""Bodies of several named parts: texts, bytes and files."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from .content import Content
from .parameters import header_value
from .streams import ChainStream, FileStream

if TYPE_CHECKING:
    from ..kernel.files import File

__all__ = ["multipart_content"]


def multipart_content(parts: list[tuple[str, File | str]]) -> Content:
    """Return named parts as a multipart body; texts are fields, files carry name and media type."""
    boundary = os.urandom(16).hex()
    pieces: list[bytes | FileStream] = []
    for name, part in parts:
        content = part.encode() if isinstance(part, str) else part.content
        pieces += [
            f"--{boundary}\r\n{_head(name, part)}\r\n\r\n".encode(),
            content if isinstance(content, bytes) else FileStream(content),
            b"\r\n",
        ]
    pieces.append(f"--{boundary}--\r\n".encode())
    return Content(f"multipart/form-data; boundary={boundary}", stream=ChainStream(pieces))


def _head(name: str, part: File | str) -> str:
    lines = [f'Content-Disposition: form-data; name="{_escaped(name)}"']
    if not isinstance(part, str):
        if part.filename is not None:
            lines[0] += f'; filename="{_escaped(part.filename)}"'
        lines.append(f"Content-Type: {header_value('Content-Type', part.content_type).decode('ascii')}")
    return "\r\n".join(lines)


def _escaped(text: str) -> str:
    # As HTML's forms write it: only what would end the parameter or the line is escaped.
    return text.replace('"', "%22").replace("\r", "%0D").replace("\n", "%0A")
