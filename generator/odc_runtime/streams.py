"""Bodies read from files, in constant memory, by the sync and the async client."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from ._http import httpx
from .body import Content
from .errors import InvalidArgument
from .parameters import header_value

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from .files import File

__all__ = ["ChainStream", "FileStream", "file_content", "multipart_content"]

CHUNK = 64 * 1024


class FileStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The bytes of a file from where it stood; replayable if it can be opened or wound back again."""

    def __init__(self, source: Path | BinaryIO) -> None:
        self.source = source
        self.start = 0
        self.replayable = isinstance(source, Path) or source.seekable()
        if not isinstance(source, Path) and self.replayable:
            self.start = source.tell()
        self.used = False

    @property
    def size(self) -> int | None:
        """Return the number of bytes to send, or None if only reading tells."""
        if isinstance(self.source, Path):
            return self.source.stat().st_size
        if not self.replayable:
            return None
        end = self.source.seek(0, os.SEEK_END)
        self.source.seek(self.start)
        return end - self.start

    def __iter__(self) -> Iterator[bytes]:
        """Read the file chunk by chunk."""
        file = self._open()
        try:
            while chunk := file.read(CHUNK):
                yield _checked(chunk)
        finally:
            self._close(file)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Read the file chunk by chunk on a thread, so that a slow disk does not stop the event loop."""
        file = await asyncio.to_thread(self._open)
        try:
            while chunk := await asyncio.to_thread(file.read, CHUNK):
                yield _checked(chunk)
        finally:
            self._close(file)

    def _open(self) -> BinaryIO:
        if isinstance(self.source, Path):
            return self.source.open("rb")
        if self.replayable:
            self.source.seek(self.start)
        elif self.used:
            raise httpx.StreamConsumed()
        self.used = True
        return self.source

    def _close(self, file: BinaryIO) -> None:
        if file is not self.source:
            file.close()


def _checked(chunk: Any) -> bytes:
    if not isinstance(chunk, (bytes, bytearray)):
        raise InvalidArgument("the file must be opened in binary mode")
    return bytes(chunk)


class ChainStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Pieces of bytes and files, one after the other."""

    def __init__(self, pieces: list[bytes | FileStream]) -> None:
        self.pieces = pieces
        self.replayable = all(isinstance(piece, bytes) or piece.replayable for piece in pieces)

    @property
    def size(self) -> int | None:
        """Return the number of bytes to send, or None if only reading tells."""
        sizes = [len(piece) if isinstance(piece, bytes) else piece.size for piece in self.pieces]
        known = [size for size in sizes if size is not None]
        return sum(known) if len(known) == len(sizes) else None

    def __iter__(self) -> Iterator[bytes]:
        """Yield the pieces, files chunk by chunk."""
        for piece in self.pieces:
            yield from [piece] if isinstance(piece, bytes) else piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield the pieces, files chunk by chunk."""
        for piece in self.pieces:
            if isinstance(piece, bytes):
                yield piece
            else:
                async for chunk in piece:
                    yield chunk


def file_content(source: Path | BinaryIO, media_type: str) -> Content:
    """Return the content of a path or an open binary file as a body."""
    return Content(media_type, stream=FileStream(source))


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
