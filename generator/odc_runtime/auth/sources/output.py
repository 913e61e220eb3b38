"""The output of a program, taken as it comes."""

from __future__ import annotations

import os
import threading
from typing import IO

__all__ = ["Reader"]

BYTES_AT_MOST = 1024 * 1024
CHUNK = 65536
LAST_SECONDS = 0.2  # for a thread to hand over what is in the pipe


class Reader:
    """Reads a pipe until its end; where the system cannot wait for a pipe, on a thread.

    Attributes:
        data: What has come so far, about 1 MiB at most.
        ended: Whether nothing more will come.
    """

    def __init__(self, pipe: IO[bytes]) -> None:
        self.data = bytearray()
        self.ended = False
        self._pipe = pipe
        self._news: threading.Event | None = None
        if os.name == "nt":
            self._news = threading.Event()
            threading.Thread(target=self._read_all, args=(self._news,), daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Wait for output, and tell whether some came or it ended."""
        if self._news is not None:
            came = self._news.wait(max(seconds, LAST_SECONDS))
            self._news.clear()
            return came
        from select import select

        if not select([self._pipe], [], [], seconds)[0]:
            return False
        self._take()
        return True

    def _take(self) -> None:
        chunk = os.read(self._pipe.fileno(), CHUNK)
        self.data += chunk
        self.ended = not chunk or len(self.data) >= BYTES_AT_MOST

    def _read_all(self, news: threading.Event) -> None:
        while not self.ended:
            self._take()
            news.set()
