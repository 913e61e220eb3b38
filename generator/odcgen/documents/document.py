"""A JSON or YAML file as plain data that can name the line of any of its values."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

from attrs import field, frozen

from odcgen.errors import DocumentError, UsageError
from odcgen.kit.json_value import is_object, type_name

from . import json_text as jsontext
from .budget import Budget

_YAML_SUFFIXES = (".yaml", ".yml")


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
    budget: Budget = field(factory=Budget, repr=False, eq=False)
    """What the work on it may still cost."""

    def line(self, pointer: str) -> int | None:
        """The 1-based line of the value at `pointer`, or of its closest ancestor that the file has."""
        place = self.place(pointer)
        return place[0] if place else None

    def place(self, pointer: str) -> tuple[int, int] | None:
        """The 1-based line and column of the value at `pointer`, or of its closest ancestor in the file."""
        if not self._text:
            return None
        places = _places(self._text, self._is_yaml)
        while pointer and pointer not in places:
            pointer = pointer.rpartition("/")[0]
        return places.get(pointer, (1, 1))


def read_document(source: Path, text: bytes | None = None, budget: Budget | None = None) -> Document:
    """Read any JSON or YAML document whose root is an object; what it describes is not looked at.

    Args:
        source: its file, or only the name for messages where `text` is given.
        text: its bytes, if they were read already.
        budget: what reading it, and later work on it, is taken from; one of its own by default.

    Raises:
        UsageError: if the file cannot be read.
        DocumentError: if it is broken, or takes more than the budget has.
    """
    path = str(source)
    budget = budget or Budget(file=path)
    content = _read(source, budget.limits.file_bytes) if text is None else text
    budget.fits("file_bytes", len(content))
    string = _decode(content, path)
    data, is_yaml = _parse(string, source, path, budget)
    if not is_object(data):
        message = f"The document must be an object, not {type_name(data)}"
        raise DocumentError(message, file=path, pointer="", line=1)
    return Document(path, data, hashlib.sha256(content).hexdigest(), string, is_yaml, budget)


def _read(source: Path, most: int) -> bytes:
    try:
        with source.open("rb") as file:
            return file.read(most + 1)
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


def _parse(text: str, source: Path, path: str, budget: Budget) -> tuple[Any, bool]:
    """The value of `text`, and whether it is YAML: the file's name tells, else the first character."""
    suffix = source.suffix.lower()
    if suffix == ".json" or (suffix not in _YAML_SUFFIXES and text.lstrip()[:1] in ("{", "[")):
        return jsontext.parse(text, path, budget), False
    from . import yaml_text as yamltext

    return yamltext.parse(text, path, budget), True


@lru_cache(maxsize=4)
def _places(text: str, is_yaml: bool) -> dict[str, tuple[int, int]]:
    if is_yaml:
        from . import yaml_text as yamltext

        return yamltext.places(text, "")
    return jsontext.places(text, "")
