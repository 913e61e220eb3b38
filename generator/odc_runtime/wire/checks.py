"""Whether a value is of the kind that an argument or a body takes; what is not is refused unsent."""

from __future__ import annotations

import re
from collections.abc import Collection, Hashable, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TYPE_CHECKING, cast
from uuid import UUID

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["fits_argument", "fits_body", "is_list", "is_object", "shown", "told", "with_article"]

_INTEGER = re.compile("-?[0-9]+", re.ASCII).fullmatch
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?", re.ASCII).fullmatch
_TOLD = {
    "text": "a text",
    "int": "an integer",
    "number": "a number",
    "bool": "a boolean",
    "date": "a date",
    "datetime": "a datetime",
    "object": "an object",
    "file": "bytes, a path or a file",
    "any": "a value",
}


def told(kind: str) -> str:
    """Return a kind in words, for an error."""
    words = [
        f"a list ({told(one.removesuffix('[]'))} each)"
        if one.endswith("[]")
        else _TOLD.get(one) or with_article(one)
        for one in kind.split("|")
    ]
    return " or ".join(words)


def shown(value: object) -> str:
    """Name a value that does not fit: its type and those of its items, since what it holds may be secret."""
    if value is None:
        return "None"
    if not is_list(value):
        return with_article(type(value).__name__)
    kinds = dict.fromkeys(type(item).__name__ for item in cast("Iterable[object]", value))
    return with_article(type(value).__name__) + (f" of {' and '.join(kinds)}" if kinds else "")


def with_article(name: str) -> str:
    """Return a type's name as a sentence has it."""
    return f"{'an' if name[:1].lower() in 'aeiou' else 'a'} {name}"


def is_list(value: object) -> bool:
    """Tell whether a value is a list of values: no text, no bytes, and nothing that can be read only once."""
    return isinstance(value, Collection) and not isinstance(value, (str, bytes, bytearray, Mapping, Enum))


def is_object(value: object) -> bool:
    """Tell whether a value has named fields: a mapping or a model."""
    return isinstance(value, Mapping) or hasattr(value, "encode_multipart") or _encodes(value)


def _encodes(value: object) -> bool:
    return not isinstance(value, (str, bytes)) and hasattr(value, "encode")


def fits_argument(kind: str, value: object) -> bool:
    """Tell whether a value can be an argument of a kind; a number that is given as its text is one."""
    return any(_fits(one, value, _ARGUMENTS) for one in kind.split("|"))


def fits_body(kind: str, value: object) -> bool:
    """Tell whether a value can be a JSON body of a kind, or a member of one."""
    return any(_fits(one, value, _JSON) for one in kind.split("|"))


def _fits(kind: str, value: object, table: Mapping[str, Callable[[object], bool]]) -> bool:
    if kind.endswith("[]"):
        inner = kind[:-2]
        return is_list(value) and all(_fits(inner, item, table) for item in cast("Iterable[object]", value))
    test = table.get(kind)
    if test is None:
        return isinstance(value, Mapping) or _is_model(cast("Hashable", type(value)), kind)
    return test(value)


@lru_cache(maxsize=1024)
def _is_model(kind: Hashable, name: str) -> bool:
    # By name, since the class itself is imported only when somebody uses it.
    return any(base.__name__ == name for base in cast("type", kind).__mro__)


def _is_text(value: object) -> bool:
    """Anything with a text of its own; which one, `scalar` says."""
    return isinstance(value, (str, int, float, Decimal, UUID, date, time, Enum))


def _is_json_text(value: object) -> bool:
    # An enum of the document is open; its members and their values are texts alike.
    return isinstance(value, (str, UUID, date)) or (isinstance(value, Enum) and isinstance(value.value, str))


def _is_int(value: object) -> bool:
    if isinstance(value, Enum):
        value = value.value
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    return _is_int(value) or isinstance(value, (float, Decimal))


def _is_date(value: object) -> bool:
    return isinstance(value, str) or (isinstance(value, date) and not isinstance(value, datetime))


def _is_moment(value: object) -> bool:
    return isinstance(value, (str, datetime))


def _is_value(value: object) -> bool:
    return value is not None


_SHARED: dict[str, Callable[[object], bool]] = {"date": _is_date, "datetime": _is_moment, "object": is_object}
_ARGUMENTS: dict[str, Callable[[object], bool]] = {
    **_SHARED,
    "any": _is_value,
    "text": _is_text,
    "int": lambda value: _is_int(value) or (isinstance(value, str) and _INTEGER(value) is not None),
    "number": lambda value: _is_number(value) or (isinstance(value, str) and _NUMBER(value) is not None),
    "bool": lambda value: isinstance(value, bool) or value in ("true", "false"),
}
_JSON: dict[str, Callable[[object], bool]] = {
    **_SHARED,
    "any": lambda value: True,
    "text": _is_json_text,
    "int": _is_int,
    "number": _is_number,
    "bool": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
}
