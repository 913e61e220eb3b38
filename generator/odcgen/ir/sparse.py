"""Nodes of the IR as JSON objects that hold only what is not left at its default, and back.

Unlike the lists of `serial`, they are still understood when a later odcgen has given a class more fields.
"""

from __future__ import annotations

from typing import Any, TypeGuard, cast

import attrs

from .nodes import Direction
from .serial import CLASSES, is_list
from .text import SpecText

_FIELDS = {name: attrs.fields(class_) for name, class_ in CLASSES.items()}
_BLANK = {"str": "", "SpecText": SpecText("")}


def to_sparse(node: object, leave_out: frozenset[str]) -> Any:
    """Return a node as `{"": "Ref", "key": "User"}`, a text as `{"text": "…"}`, a tuple as a list.

    Args:
        node: the node, or a value of one of its fields.
        leave_out: names of fields that are not wanted.
    """
    if isinstance(node, tuple):
        return [to_sparse(item, leave_out) for item in cast("tuple[object, ...]", node)]
    if isinstance(node, SpecText):
        return {"text": node.text}
    if isinstance(node, Direction):
        return {"": "Direction", "value": node.value}
    name = type(node).__name__
    if name not in _FIELDS:
        return node
    values = {field.name: (field, getattr(node, field.name)) for field in _FIELDS[name]}
    return {"": name} | {
        key: to_sparse(value, leave_out)
        for key, (field, value) in values.items()
        if key not in leave_out and value != field.default
    }


def from_sparse(plain: Any) -> Any:
    """Return the node that `to_sparse` made the data of.

    Fields that were left out have their defaults; texts and strings without one are empty.

    Raises:
        LookupError: if there is no such class.
        TypeError: if a class has no such field, or needs one that is not there.
    """
    if is_list(plain):
        return tuple(from_sparse(item) for item in plain)
    if not _is_dict(plain):
        return plain
    members = {key: from_sparse(value) for key, value in plain.items()}
    name = members.pop("", "SpecText")
    if name == "Direction":
        return Direction(**members)
    needed = {field.name: str(field.type) for field in _FIELDS[name] if field.default is attrs.NOTHING}
    blank = {field: _BLANK[kind] for field, kind in needed.items() if kind in _BLANK}
    return CLASSES[name](**blank | members)


def _is_dict(plain: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(plain, dict)
