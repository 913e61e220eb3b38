"""Bodies read from files, in constant memory, by the sync and the async client."""

from __future__ import annotations

import io
import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ..errors.base import FileError, InvalidArgument
from ..kernel._http import httpx
from ..kernel.threads import on_worker

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Generator, Iterator

    Progress = Callable[[int, int | None], object]

__all__ = ["ChainStream", "FileStream"]

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
            with _told(self._source):
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
            while chunk := self._read(file, sent):
                yield chunk
                sent = self._count(sent, chunk)
        finally:
            self._close(file)

    async def __aiter__(self) -> AsyncIterator[bytes]:
        # On a thread, so that a slow disk does not stop the event loop.
        file = await on_worker(self._open)
        sent = 0
        try:
            while chunk := await on_worker(self._read, file, sent):
                yield chunk
                sent = self._count(sent, chunk)
        finally:
            self._close(file)

    def _read(self, file: BinaryIO, sent: int) -> bytes:
        """Return the next bytes; the server was told how many there are, neither more nor fewer."""
        with _told(file):
            chunk = file.read(CHUNK)
        there = sent + len(chunk)
        if self.size is not None and (there > self.size or (there < self.size and not chunk)):
            less = "more" if there > self.size else "fewer"
            raise FileError(f"{_name(file)} has {less} than {self.size} bytes: it changed while it was sent")
        return chunk

    def _count(self, sent: int, chunk: bytes) -> int:
        sent += len(chunk)
        if self._on_progress is not None:
            self._on_progress(sent, self.size)
        return sent

    def _open(self) -> BinaryIO:
        if isinstance(self._source, Path):
            with _told(self._source):
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


@contextmanager
def _told(file: Path | BinaryIO) -> Generator[None]:
    """Say of which file an error is."""
    try:
        yield
    except OSError as error:
        raise FileError(f"{_name(file)} cannot be read", error) from None


def _name(file: Path | BinaryIO) -> str:
    return str(file) if isinstance(file, Path) else str(getattr(file, "name", "the file"))


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
