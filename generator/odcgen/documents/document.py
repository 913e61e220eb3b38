"""A JSON or YAML file as plain data that can name the line of any of its values."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path, PurePath
from typing import Any, TypedDict

from attrs import field, frozen

from odcgen.errors import DocumentError, UsageError
from odcgen.kit.json_value import is_object, type_name

from . import json_text as jsontext

MAX_BYTES = 64 * 1024 * 1024

_YAML_SUFFIXES = (".yaml", ".yml")


class Place(TypedDict):
    """Where something stands, as the arguments of an error."""

    file: str
    pointer: str
    line: int | None
    original: str | None
    """The pointer in the file, if it is another one there."""


@frozen
class Document:
    """A document as it was read: its data in file order, and enough of its text to find lines."""

    path: str
    """As shown to the user."""
    data: dict[str, Any]
    digest: str
    """SHA-256 of the file's bytes, in hexadecimal."""
    _text: str = field(default="", repr=False)
    _is_yaml: bool = field(default=False, repr=False)
    origins: Mapping[str, Origin] = field(factory=dict[str, "Origin"], repr=False, hash=False, eq=False)
    """Where the parts of a document come from that was converted, or put together from several files."""

    def place(self, pointer: str) -> Place:
        """Return where the value at `pointer` stands in a file, as an error takes it."""
        original = self.origin(pointer)
        if original is None:
            return Place(file=self.path, pointer=pointer, line=self._line(pointer), original=None)
        found = original.document.place(original.pointer)
        written = found["original"]
        return Place(
            file=found["file"],
            pointer=pointer,
            line=found["line"],
            original=original.pointer if written is None else written,
        )

    def origin(self, pointer: str) -> Origin | None:
        """Return where the value at `pointer` comes from, None if it stands there in the file itself."""
        head = pointer
        while self.origins:
            if (origin := self.origins.get(head)) is not None:
                return Origin(origin.document, origin.pointer + pointer[len(head) :])
            if not head:
                break
            head = head.rpartition("/")[0]
        return None

    def line(self, pointer: str) -> int | None:
        """The 1-based line of the value at `pointer`, or of its closest ancestor that the file has."""
        return self.place(pointer)["line"]

    def _line(self, pointer: str) -> int | None:
        if not self._text:
            return None
        lines = _lines(self._text, self._is_yaml)
        while pointer and pointer not in lines:
            pointer = pointer.rpartition("/")[0]
        return lines.get(pointer, 1)


@frozen
class Origin:
    """A place in another document."""

    document: Document
    pointer: str


def read_document(source: PurePath, text: bytes | None = None) -> Document:
    """Read any JSON or YAML document whose root is an object; what it describes is not looked at."""
    path = str(source)
    content = _read(Path(source)) if text is None else text
    if len(content) > MAX_BYTES:
        raise DocumentError(f"The document is larger than {MAX_BYTES // 1024**2} MiB", file=path)
    string = _decode(content, path)
    data, is_yaml = _parse(string, source, path)
    if not is_object(data):
        message = f"The document must be an object, not {type_name(data)}"
        raise DocumentError(message, file=path, pointer="", line=1)
    return Document(path, data, hashlib.sha256(content).hexdigest(), string, is_yaml)


def _read(source: Path) -> bytes:
    try:
        with source.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UsageError("There is no such file", file=str(source)) from None
    except IsADirectoryError:
        raise UsageError("This is a directory, not a document", file=str(source)) from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise UsageError(f"The file cannot be read: {reason}", file=str(source)) from None


def _decode(content: bytes, path: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"The text is not UTF-8: byte 0x{content[error.start]:02x} is out of place"
        raise DocumentError(message, file=path, line=line, hint="Save the file as UTF-8.") from None


def _parse(text: str, source: PurePath, path: str) -> tuple[Any, bool]:
    """The value of `text`, and whether it is YAML: the file's name tells, else the first character."""
    suffix = source.suffix.lower()
    if suffix == ".json" or (suffix not in _YAML_SUFFIXES and text.lstrip()[:1] in ("{", "[")):
        return jsontext.parse(text, path), False
    from . import yaml_text as yamltext

    return yamltext.parse(text, path), True


@lru_cache(maxsize=4)
def _lines(text: str, is_yaml: bool) -> dict[str, int]:
    if is_yaml:
        from . import yaml_text as yamltext

        return yamltext.lines(text, "")
    return jsontext.lines(text, "")
