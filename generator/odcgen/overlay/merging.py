"""How the actions of an overlay change the values that they select."""

from __future__ import annotations

from typing import Any

from odcgen.documents.pointer import escape
from odcgen.kit.json_value import copy_value, is_array, is_object, type_name

from .jsonpath import Match


class IncompatibleError(Exception):
    """A change does not fit the value that it is to change."""

    def __init__(self, message: str, pointer: str = "") -> None:
        """Say what does not fit, and where it stands in the update itself."""
        super().__init__(message)
        self.message = message
        self.pointer = pointer


def update(matches: list[Match], value: Any, *, is_10: bool) -> None:
    """Merge `value` into every match; 1.0 has no primitive targets and appends an array as one item."""
    if not is_10 and len({_shape(match.value) for match in matches}) > 1:
        raise IncompatibleError("The target selects values of different types")
    for match in matches:
        if is_object(match.value):
            if not is_object(value):
                raise IncompatibleError(
                    f"The target is an object, which cannot be merged with {type_name(value)}"
                )
            _merge(match.value, value, "")
        elif is_array(match.value):
            match.value.extend(copy_value(value) if is_array(value) and not is_10 else [copy_value(value)])
        else:
            _replace(match, value, is_10=is_10)


def remove(matches: list[Match], *, is_10: bool) -> None:
    """Take every match out of the object or array that holds it."""
    indexes: dict[int, tuple[list[Any], set[int]]] = {}
    for value, holder, key in matches:
        if holder is None:
            raise IncompatibleError("The root of the document cannot be removed")
        if is_object(holder):
            holder.pop(str(key), None)
        elif is_array(holder):
            if is_10 and _shape(value) == "primitive":
                raise IncompatibleError("Overlay 1.0 cannot remove a primitive item of an array")
            indexes.setdefault(id(holder), (holder, set()))[1].add(int(key))
    for array, gone in indexes.values():
        array[:] = [item for index, item in enumerate(array) if index not in gone]


def _replace(match: Match, value: Any, *, is_10: bool) -> None:
    if is_10:
        raise IncompatibleError(
            f"Overlay 1.0 cannot update {type_name(match.value)}, only objects and arrays"
        )
    if _shape(value) != "primitive":
        raise IncompatibleError(
            f"The target is {type_name(match.value)}, which {type_name(value)} cannot replace"
        )
    if is_object(match.holder):
        match.holder[str(match.key)] = value
    elif is_array(match.holder):
        match.holder[int(match.key)] = value


def _merge(target: dict[str, Any], value: dict[str, Any], pointer: str) -> None:
    for name, new in value.items():
        at = f"{pointer}/{escape(name)}"
        old = target.get(name)
        if name not in target:
            target[name] = copy_value(new)
        elif _shape(old) != _shape(new):
            raise IncompatibleError(
                f"The document has {type_name(old)} where the update has {type_name(new)}", at
            )
        elif is_object(old):
            _merge(old, new, at)
        elif is_array(old):
            old.extend(copy_value(new))
        else:
            target[name] = new


def _shape(value: object) -> str:
    return "object" if is_object(value) else "array" if is_array(value) else "primitive"
