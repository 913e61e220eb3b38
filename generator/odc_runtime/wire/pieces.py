"""The pieces of an answer that comes bit by bit: its lines, and the JSON value in each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..errors.base import DecodeError
from ..kernel.operation import EXACT
from .exact import loads_text
from .parse import decode_body, placed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..kernel._http import httpx
    from ..kernel.operation import Answer, Operation

__all__ = ["Cutter", "JsonLines", "Pieces"]

T = TypeVar("T")

MIB = 1024 * 1024
LONGEST = 64 * MIB
"""No line is longer: what never ends would fill the memory."""
SEPARATOR = "\x1e"


class Cutter:
    """Cuts bytes into lines, however they arrive; a line ends with LF, CR or both."""

    __slots__ = ("_after_cr", "_pending", "_size")

    def __init__(self) -> None:
        self._pending: list[bytes] = []
        self._size = 0
        self._after_cr = False

    def cut(self, chunk: bytes) -> list[bytes]:
        """Return the lines that are complete now, without their ends.

        Raises:
            ValueError: A line is too long.
        """
        if self._after_cr and chunk.startswith(b"\n"):
            chunk = chunk[1:]
        if chunk:
            self._after_cr = chunk.endswith(b"\r")
        if b"\n" not in chunk and b"\r" not in chunk:
            self._keep(chunk)
            return []
        lines = (self.rest() + chunk).splitlines(keepends=True)
        if not lines[-1].endswith((b"\n", b"\r")):
            self._keep(lines.pop())
        return [line.rstrip(b"\r\n") for line in lines]

    def rest(self) -> bytes:
        """Return what has come since the end of the last line."""
        rest = b"".join(self._pending)
        self._pending, self._size = [], 0
        return rest

    def _keep(self, chunk: bytes) -> None:
        self._size += len(chunk)
        if self._size > LONGEST:
            raise ValueError(f"one line is longer than {LONGEST // MIB} MiB")
        self._pending.append(chunk)


class Pieces(Generic[T]):
    """Makes items of what arrives.

    Attributes:
        done: Whether the server has said that nothing will follow.
    """

    def __init__(self, operation: Operation[Any], response: httpx.Response, answer: Answer) -> None:
        self.done = False
        self._operation = operation
        self._response = response
        self._decode = answer.decode
        self._exact = EXACT in response.extensions
        self._cutter = Cutter()
        self._count = 0

    def feed(self, chunk: bytes) -> Iterator[T]:
        """Yield the items that are complete with these bytes.

        Raises:
            DecodeError: One of them does not fit.
        """
        try:
            lines = self._cutter.cut(chunk)
        except ValueError as error:
            raise self._wrong(str(error)) from None
        for line in lines:
            if self.done:
                return
            yield from self.line(self._text(line))

    def end(self) -> Iterator[T]:
        """Yield what is still to come when the answer has ended."""
        if rest := self._cutter.rest():
            yield from self.line(self._text(rest))

    def line(self, text: str) -> Iterator[T]:
        """Yield the items that a line completes."""
        raise NotImplementedError

    def value(self, text: str) -> Any:
        """Return the value of a text that is JSON."""
        try:
            data = loads_text(text, fully=self._exact)
        except (ValueError, RecursionError):
            raise self._wrong("expected JSON") from None
        if self._decode is None:
            return data
        try:
            return decode_body(self._operation, self._response, data, self._decode)
        except DecodeError as error:
            raise error.within(self._count) from None

    def counted(self, item: T) -> T:
        """Return an item, which is one more."""
        self._count += 1
        return item

    def _text(self, line: bytes) -> str:
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            raise self._wrong("expected text in UTF-8") from None

    def _wrong(self, reason: str) -> DecodeError:
        return placed(DecodeError(reason, self._count), self._operation, self._response)


class JsonLines(Pieces[T]):
    """JSON values, each on a line of its own, or each after a record separator (RFC 7464)."""

    def line(self, text: str) -> Iterator[T]:
        """Yield the value of a line, if there is one."""
        for record in text.lstrip("\ufeff").split(SEPARATOR):
            if record.strip():
                yield self.counted(self.value(record))
