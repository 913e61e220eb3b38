"""The lines that an error is about, with the place marked."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from odcgen.documents.document import Document, read_document
from odcgen.errors import OdcgenError, printable
from odcgen.kit.reading import read_bytes

_AROUND = 1
"""Lines that are shown before and after."""
_WIDTH = 100
"""Characters that are shown of a line."""


def place(error: OdcgenError) -> None:
    """Note the column of an error whose line and pointer are known, if its document can be read again."""
    if error.column is not None or error.line is None or error.pointer is None or not error.file:
        return
    document = _document(error.file, _state(error.file))
    found = document.place(error.pointer) if document else None
    if found and found[0] == error.line:
        error.column = found[1]


def excerpt(error: OdcgenError) -> str:
    """Return the lines around an error's place with the place marked; empty where there are none to show."""
    if error.line is None or not error.file or "\n" in error.message:
        return ""
    lines = _lines(error.file, _state(error.file))
    if not 0 < error.line <= len(lines):
        return ""
    first, last = max(1, error.line - _AROUND), min(len(lines), error.line + _AROUND)
    width = len(str(last))
    start = _start(lines[error.line - 1], error.column)
    shown: list[str] = []
    for number in range(first, last + 1):
        here = number == error.line
        text = _cut(lines[number - 1], start)
        shown.append(f"  {'>' if here else ' '} {number:>{width}} | {text}".rstrip())
        if here and (mark := _mark(lines[number - 1], start, error.column)) is not None:
            shown.append(f"    {' ' * width} | {' ' * mark}^")
    return "\n".join(shown)


def _start(line: str, column: int | None) -> int:
    """Return how much of the lines is left out on the left: a minified document is one long line."""
    if column is None or column < _WIDTH:
        return 0
    return min(column, len(line)) - _WIDTH // 2


def _cut(line: str, start: int) -> str:
    text = line.replace("\t", " ")[start : start + _WIDTH]
    left = "…" if start else ""
    return f"{left}{printable(text)}{'…' if len(line) > start + _WIDTH else ''}"


def _mark(line: str, start: int, column: int | None) -> int | None:
    """Return how far to the right the mark is; without a column it stands under the first character."""
    if column is None:
        column = len(line) - len(line.lstrip()) + 1
    before = line[start : column - 1].replace("\t", " ")
    return len(printable(before)) + (1 if start else 0)


def _state(file: str) -> tuple[str, int, int] | None:
    """Return what tells two contents of a file apart: it may be mended while it is watched."""
    try:
        found = Path(file).stat()
    except (OSError, ValueError):
        return None
    return str(Path(file).absolute()), found.st_mtime_ns, found.st_size


@lru_cache(maxsize=2)
def _lines(file: str, _: tuple[str, int, int] | None) -> tuple[str, ...]:
    try:
        content = read_bytes(Path(file))
    except OSError:
        return ()
    return tuple(content.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").split("\n"))


@lru_cache(maxsize=2)
def _document(file: str, _: tuple[str, int, int] | None) -> Document | None:
    try:
        return read_document(Path(file))
    except OdcgenError:
        return None
