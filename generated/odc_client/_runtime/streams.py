"""Bodies read from files, in constant memory, by the sync and the async client."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ._http import httpx
from .body import Content
from .errors import InvalidArgument
from .parameters import header_value

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterator

    from .files import File

    Progress = Callable[[int, int | None], object]

__all__ = ["ChainStream", "FileStream", "file_content", "multipart_content"]

CHUNK = 64 * 1024


class FileStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """The bytes of a file from where it stands; replayable if it can be opened or wound back again.

    Args:
        source: A path, which is opened when it is sent, or an open binary file.
        on_progress: Called with the number of bytes sent so far and the number in all, if that is known.
    """

    def __init__(self, source: Path | BinaryIO, on_progress: Progress | None = None) -> None:
        if isinstance(source, io.TextIOBase):
            raise InvalidArgument("the file must be opened in binary mode")
        self._source = source
        self._on_progress = on_progress
        self._used = False
        self.replayable = isinstance(source, Path) or source.seekable()
        self._start = source.tell() if not isinstance(source, Path) and self.replayable else 0
        self.size = self._measure()

    def _measure(self) -> int | None:
        if isinstance(self._source, Path):
            return self._source.stat().st_size
        if not self.replayable:
            return None
        end = self._source.seek(0, os.SEEK_END)
        self._source.seek(self._start)
        return end - self._start

    def __iter__(self) -> Iterator[bytes]:
        file = self._open()
        sent = 0
        try:
            while chunk := file.read(CHUNK):
                yield chunk
                sent = self._count(sent, chunk)
        finally:
            self._close(file)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        import asyncio

        # On a thread, so that a slow disk does not stop the event loop.
        file = await asyncio.to_thread(self._open)
        sent = 0
        try:
            while chunk := await asyncio.to_thread(file.read, CHUNK):
                yield chunk
                sent = self._count(sent, chunk)
        finally:
            self._close(file)

    def _count(self, sent: int, chunk: bytes) -> int:
        sent += len(chunk)
        if self._on_progress is not None:
            self._on_progress(sent, self.size)
        return sent

    def _open(self) -> BinaryIO:
        if isinstance(self._source, Path):
            return self._source.open("rb")
        if self.replayable:
            self._source.seek(self._start)
        elif self._used:
            raise httpx.StreamConsumed
        self._used = True
        return self._source

    def _close(self, file: BinaryIO) -> None:
        if file is not self._source:
            file.close()


class ChainStream(httpx.SyncByteStream, httpx.AsyncByteStream):
    """Pieces of bytes and files, one after the other."""

    def __init__(self, pieces: list[bytes | FileStream]) -> None:
        self.pieces = pieces
        self.replayable = all(isinstance(piece, bytes) or piece.replayable for piece in pieces)
        sizes = [len(piece) if isinstance(piece, bytes) else piece.size for piece in pieces]
        self.size = None if None in sizes else sum(size for size in sizes if size is not None)

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            yield from [piece] if isinstance(piece, bytes) else piece

    async def __aiter__(self) -> AsyncIterator[bytes]:
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
