"""JSON text: parsed strictly, and searched for the line of a value when an error has to say it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

from odcgen.errors import DocumentError
from odcgen.kit.json_value import brief, is_array, is_object

from .budget import Budget
from .places import Places
from .pointer import escape

MAX_DEPTH = 200
"""Levels of nesting that every later stage can walk recursively; ODC's documents have 11."""

_MAX_DIGITS = 4000  # CPython refuses to convert an integer of more than 4300 digits
_TOKEN = re.compile(
    r'"[^"\\]*(?:\\.[^"\\]*)*"|[{}\[\],]|-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|NaN|-?Infinity|true|false|null'
)
_COMMA = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"|,')
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
SURROGATE = re.compile("[\ud800-\udfff]")
"""Half of a pair that stands for one character in UTF-16; in UTF-8 it cannot be written."""


class _Refused(Exception):
    """Something that JSON leaves open, and this tool refuses, stands in the text."""


def parse(text: str, file: str, budget: Budget | None = None) -> Any:
    """The value of JSON `text`; refuses duplicate names, NaN, infinite numbers, too deep nesting.

    Raises:
        DocumentError: for these, and for more values than the budget has.
    """
    budget = budget or Budget(file=file)
    _refuse_crowd(text, budget)
    try:
        data = json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse, parse_float=_finite)
    except json.JSONDecodeError as error:
        raise _syntax_error(text, error, file) from None
    except (_Refused, RecursionError, ValueError):
        _explain(text, file)
    if too_deep(data, budget) or ("\\u" in text and _SURROGATE_ESCAPE.search(text)):
        _check(text, file)
    return data


def places(text: str, file: str) -> dict[str, tuple[int, int]]:
    """The 1-based line and column of each value of `text` by its pointer; a member's are its name's."""
    noted = Places()
    for pointer, line, column in _walk(text, file):
        noted.note(pointer, line, column)
        if noted.full:
            break
    return noted.found


def _refuse_crowd(text: str, budget: Budget) -> None:
    """Refuse a text with more values than the budget has, before any of them takes memory."""
    if text.count(",") > budget.limits.values:  # of which some stand in strings
        budget.fits("values", sum(1 for match in _COMMA.finditer(text) if match[0] == ","))


def too_deep(data: object, budget: Budget) -> bool:
    """Whether `data` nests deeper than MAX_DEPTH, found level by level; its values are counted."""
    level: list[Any] = [data] if is_object(data) or is_array(data) else []
    for _ in range(MAX_DEPTH):
        if not level:
            return False
        budget.spend("values", sum(map(len, level)))
        level = [
            child for node in level for child in _children(node) if type(child) is dict or type(child) is list
        ]
    return bool(level)


def _children(node: Any) -> Iterable[Any]:
    return node.values() if is_object(node) else node


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    data = dict(pairs)
    if len(data) != len(pairs):
        raise _Refused
    return data


def _refuse(constant: str) -> NoReturn:
    raise _Refused(constant)


def _finite(number: str) -> float:
    value = float(number)
    if math.isinf(value):
        raise _Refused(number)
    return value


def _syntax_error(text: str, error: json.JSONDecodeError, file: str) -> DocumentError:
    if not text.strip():
        return DocumentError("The document is empty", file=file, line=1)
    comment = text.startswith(("//", "/*", "#"), error.pos)
    return DocumentError(
        f"The text is not valid JSON: {error.msg.lower()}",
        file=file,
        line=error.lineno,
        column=error.colno,
        hint="JSON has no comments: remove it, or name the file .yaml and use # comments."
        if comment
        else None,
    )


def _explain(text: str, file: str) -> NoReturn:
    _check(text, file)
    raise DocumentError("The text is not JSON that odcgen can read", file=file)


def _check(text: str, file: str) -> None:
    for _ in _walk(text, file):
        pass


def _walk(text: str, file: str) -> Iterator[tuple[str, int, int]]:
    """Every pointer of `text` with its line and column; `text` is well-formed up to what gets refused."""
    frames = [_Frame("", is_object=False)]
    frames[0].child = ""
    line, counted = 1, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        try:
            pointer = _step(frames, match[0])
        except DocumentError as error:
            error.file, error.line, error.column = file, line, _column(text, counted)
            raise
        if pointer is not None:
            yield pointer, line, _column(text, counted)


def _column(text: str, offset: int) -> int:
    return offset - text.rfind("\n", 0, offset)


def _step(frames: list[_Frame], lexeme: str) -> str | None:
    """Take one lexeme; the pointer of the member or item that starts with it, if one does."""
    frame = frames[-1]
    if lexeme == "}" or lexeme == "]":
        frames.pop()
        return None
    if lexeme == ",":
        frame.next()
        return None
    if frame.expects_name:
        return frame.name(_string(lexeme, frame.pointer))
    if lexeme == "{" or lexeme == "[":
        if len(frames) > MAX_DEPTH:
            raise DocumentError(f"The document nests deeper than {MAX_DEPTH} levels", pointer=frame.child)
        frames.append(_Frame(frame.child, is_object=lexeme == "{"))
    elif lexeme[0] == '"':
        _string(lexeme, frame.child)
    else:
        _scalar(lexeme, frame.child)
    return None if frame.is_object else frame.child


class _Frame:
    """One open object or array of the walk."""

    def __init__(self, pointer: str, *, is_object: bool) -> None:
        self.pointer = pointer
        self.is_object = is_object
        self.expects_name = is_object
        self.child = f"{pointer}/0"
        self._index = 0
        self._names: set[str] = set()

    def next(self) -> None:
        """A comma: another member or item follows."""
        self.expects_name = self.is_object
        self._index += 1
        self.child = f"{self.pointer}/{self._index}"

    def name(self, name: str) -> str:
        """The pointer of the member `name`, which must be new in this object."""
        self.child = f"{self.pointer}/{escape(name)}"
        self.expects_name = False
        if name in self._names:
            raise DocumentError(
                f"The name {brief(name)} stands twice in one object",
                pointer=self.child,
                hint="Keep one of the two: readers disagree about which one counts.",
            )
        self._names.add(name)
        return self.child


def _string(lexeme: str, pointer: str) -> str:
    value = str(json.loads(lexeme, strict=False)) if "\\" in lexeme else lexeme[1:-1]
    if SURROGATE.search(value):
        raise DocumentError(
            "The string holds half of a surrogate pair, which is no character", pointer=pointer
        )
    return value


def _scalar(lexeme: str, pointer: str) -> None:
    if lexeme in ("NaN", "Infinity", "-Infinity"):
        raise DocumentError(f"{lexeme} is not a JSON value", pointer=pointer)
    digits = lexeme.lstrip("-")
    if len(digits) > _MAX_DIGITS or (digits[:1].isdigit() and math.isinf(float(digits))):
        raise DocumentError("The number is too large", pointer=pointer)
