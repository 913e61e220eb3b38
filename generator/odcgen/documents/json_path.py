"""The JSONPath query of a place, as the target of an overlay's action names it."""

from __future__ import annotations

import re
from typing import Any

from odcgen.kit.json_value import Json, is_array, is_object

from .pointer import split

_PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_ESCAPED = {"'": "\\'", "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def json_path(data: Json, pointer: str) -> str:
    """Return the query that selects the value at a pointer, or the closest one above that is there."""
    steps, value = ["$"], data
    for name in split(pointer):
        child: Any
        if is_object(value) and name in value:
            child = value[name]
            steps.append(step(name))
        elif is_array(value) and name.isdecimal() and int(name) < len(value):
            child = value[int(name)]
            steps.append(f"[{int(name)}]")
        else:
            break
        value = child
    return "".join(steps)


def step(name: str) -> str:
    """Return the step of a query to a member of an object."""
    if _PLAIN.fullmatch(name):
        return f".{name}"
    return f"['{''.join(_ESCAPED.get(char) or _escaped(char) for char in name)}']"


def _escaped(char: str) -> str:
    return f"\\u{ord(char):04x}" if char < " " else char
