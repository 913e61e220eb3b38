"""One download: which bytes are there, how to go on after a break, and the file at its end."""

from __future__ import annotations

import os
import re
import secrets
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Self

from ..errors.base import FileError
from ..errors.failure import status_error
from ..kernel._http import httpx
from ..transport.base import TEMPORARY

if TYPE_CHECKING:
    from collections.abc import Generator
    from types import TracebackType

    from ..call.call import Call
    from ..transport.base import BaseTransport
    from ..wire.streams import Progress

__all__ = ["Download"]

OK, PARTIAL = 200, 206
CONTENT_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18}|\*)", re.ASCII)


class Download:
    """A file that grows beside its final place and moves there when it is complete.

    Attributes:
        complete: Whether all bytes are there.
        call: What is sent.
    """

    def __init__(
        self, transport: BaseTransport, call: Call, path: Path, on_progress: Progress | None
    ) -> None:
        transport.start(call)
        self.complete = False
        self._transport = transport
        self.call = call
        self._path = path
        self._part = path.with_name(f".{path.name[:100]}.{secrets.token_hex(6)}.part")
        self._on_progress = on_progress
        self._received = 0
        self._total: int | None = None
        self._version: str | None = None
        self._since = 0.0
        self._until: int | None = None
        self._furthest = 0

    def __enter__(self) -> Self:
        with self._on_disk():
            self._file = self._part.open("xb")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            with self._on_disk():
                self._file.close()
        except FileError:  # a full disk cannot take what is still buffered
            if error is None:
                raise
        finally:
            self._part.unlink(missing_ok=True)

    @contextmanager
    def _on_disk(self) -> Generator[None]:
        try:
            yield
        except OSError as cause:
            error = FileError(f"{self._path} cannot be written", cause)
            error.about(self.call.operation)
            raise error from None

    def request(self) -> httpx.Request:
        """Return the next request: for the rest, if the server can tell that the file is still the same."""
        self._since = self._transport.clock()
        request = self.call.request(self._since)
        if self._received and self._version is not None:
            request.headers["range"] = f"bytes={self._received}-"
            request.headers["if-range"] = self._version
        return request

    def begin(self, response: httpx.Response) -> bool:
        """Make ready for the body of an answer, and tell whether it is (the rest of) the file."""
        self._transport.log(self.call, response.request, response, self._since)
        if response.status_code == OK:
            self._restart()
            length = response.headers.get("content-length", "")
            self._total = self._until = int(length) if length.isdecimal() else None
        elif not (response.status_code == PARTIAL and self._received and self._goes_on(response)):
            return False
        tag = response.headers.get("etag", "")
        self._version = tag if tag.startswith('"') else response.headers.get("last-modified")
        return True

    def end(self) -> None:
        """Take note of the end of an answer: the file is complete, or the connection counts as broken."""
        received, whole = self._received, self._total if self._total is not None else self._until
        if self._until is not None and received > self._until:
            self._version = None
            raise httpx.RemoteProtocolError(f"the answer brought more than {self._until} bytes")
        if whole is not None and received < whole:
            raise httpx.RemoteProtocolError(f"the answer ended after {received} of {whole} bytes")
        self.complete = True

    def write(self, chunk: bytes) -> None:
        """Append bytes to the file."""
        with self._on_disk():
            self._file.write(chunk)
        self._received += len(chunk)
        if self._on_progress is not None:
            self._on_progress(self._received, self._total)

    def refused(self, response: httpx.Response) -> float:
        """Return the pause after an answer that is not the file, or raise its error."""
        pause = self._transport.pause(self.call, response) if response.status_code in TEMPORARY else None
        if pause is None:
            raise status_error(self.call.operation, response)
        return pause

    def broken(self, request: httpx.Request, cause: Exception) -> float:
        """Return the pause after a broken connection, or raise its error; progress earns new attempts."""
        error = self._transport.failed(self.call, request, cause, self._since)
        if self._received > self._furthest:
            self.call.tries, self.call.started = 1, self._transport.clock()
            self._furthest = self._received
        pause = self._transport.pause(self.call, error)
        if pause is None:
            raise error
        return pause

    def finish(self) -> Path:
        """Move the complete file to its place."""
        with self._on_disk():
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._part.replace(self._path)
        return self._path

    def _goes_on(self, response: httpx.Response) -> bool:
        """Tell whether a partial answer begins where the file ends.

        Raises:
            httpx.RemoteProtocolError: It is a part of another version of the file, which is fetched anew.
        """
        found = CONTENT_RANGE.fullmatch(response.headers.get("content-range", ""))
        if found is None or int(found[1]) != self._received or int(found[2]) < self._received:
            return False
        total = None if found[3] == "*" else int(found[3])
        other = total is not None and self._total is not None and total != self._total
        tag = response.headers.get("etag", self._version)
        if other or (self._version is not None and self._version.startswith('"') and tag != self._version):
            self._version = None
            raise httpx.RemoteProtocolError("the file changed while it was fetched")
        self._until = int(found[2]) + 1
        self._total = self._total if total is None else total
        return True

    def _restart(self) -> None:
        self._received = 0
        with self._on_disk():
            self._file.seek(0)
            self._file.truncate()
