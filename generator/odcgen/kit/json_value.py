"""JSON values: what they are, and what messages call them."""

from __future__ import annotations

import json
from typing import Any, TypeGuard

Json = dict[str, Any]
"""A JSON object."""

_MAX_SHOWN = 60
_TYPES: dict[type, str] = {
    dict: "an object",
    list: "an array",
    str: "a string",
    bool: "a boolean",
    int: "an integer",
    float: "a number",
    type(None): "null",
}


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether `value` is a JSON object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether `value` is a JSON array."""
    return isinstance(value, list)


def as_object(value: object) -> dict[str, Any]:
    """`value` if it is an object, else an empty one."""
    return value if is_object(value) else {}


def as_array(value: object) -> list[Any]:
    """`value` if it is an array, else an empty one."""
    return value if is_array(value) else []


def copy_value(value: Any) -> Any:
    """A copy of a JSON value that shares no object with it, nor within itself."""
    if is_object(value):
        return {name: copy_value(child) for name, child in value.items()}
    if is_array(value):
        return [copy_value(child) for child in value]
    return value


def count_values(value: Any) -> tuple[int, int]:
    """The number of values in a JSON value, itself included, and that of the characters in its texts."""
    values, characters = 0, 0
    stack: list[Any] = [value]
    while stack:
        one = stack.pop()
        values += 1
        if isinstance(one, str):
            characters += len(one)
        elif is_object(one):
            characters += sum(map(len, one))
            stack.extend(one.values())
        elif is_array(one):
            stack.extend(one)
    return values, characters


def type_name(value: object) -> str:
    """What JSON calls the type of `value`, with its article."""
    return _TYPES.get(type(value), "no value of JSON")


def brief(value: object) -> str:
    """`value` as JSON, shortened to fit into a sentence."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _MAX_SHOWN else f"{text[:_MAX_SHOWN]}…"
