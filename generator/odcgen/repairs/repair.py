"""What a repair is, and how it gets at the place that it mends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen

from odcgen.documents.pointer import split
from odcgen.kit.json_value import Json, is_array, is_object


@frozen
class Repair:
    """One repair: the rule of the findings that it mends, and why mending them changes no meaning."""

    rule: str
    meaning: str
    """In one sentence: what is done, and why nothing is guessed."""
    change: Callable[[Json, str], str | None]
    """Mends the data at a pointer and says what was done; None if it cannot be certain."""


def value_at(data: Json, pointer: str) -> Any:
    """Return the value at a pointer, or None."""
    value: Any = data
    for name in split(pointer):
        value = _child(value, name)
    return value


def holder_of(data: Json, pointer: str) -> tuple[Any, str]:
    """Return the object or array that holds the value at a pointer, and the value's name in it."""
    above, _, _ = pointer.rpartition("/")
    return value_at(data, above), split(pointer)[-1]


def remove(data: Json, pointer: str) -> bool:
    """Take the value at a pointer out of what holds it; whether there was one."""
    holder, name = holder_of(data, pointer)
    if is_object(holder) and name in holder:
        del holder[name]
        return True
    if is_array(holder) and name.isdecimal() and int(name) < len(holder):
        del holder[int(name)]
        return True
    return False


def _child(value: Any, name: str) -> Any:
    if is_object(value):
        return value.get(name)
    if is_array(value) and name.isdecimal() and int(name) < len(value):
        return value[int(name)]
    return None
