"""The IR as plain JSON data and back, for the cache and the manifest."""

from __future__ import annotations

from typing import Any, TypeGuard, cast

import attrs

from . import nodes, operation, security, signature, text, types

CLASSES: dict[str, type[Any]] = {
    class_.__name__: class_
    for module in (nodes, operation, security, signature, text, types)
    for class_ in vars(module).values()
    if isinstance(class_, type) and attrs.has(class_)
}
_FIELDS = {name: tuple(field.name for field in attrs.fields(class_)) for name, class_ in CLASSES.items()}


def to_plain(node: object) -> Any:
    """Return a node as lists: `["Ref", "User"]`; tuples become `["", ...]`."""
    if isinstance(node, tuple):
        return ["", *map(to_plain, cast("tuple[object, ...]", node))]
    if isinstance(node, nodes.Direction):
        return ["Direction", node.value]
    name = type(node).__name__
    if name in _FIELDS:
        return [name, *(to_plain(getattr(node, field)) for field in _FIELDS[name])]
    return node


def from_plain(plain: object) -> Any:
    """Return the node that `to_plain` made the data of."""
    if not is_list(plain):
        return plain
    name, *parts = plain
    if name == "":
        return tuple(map(from_plain, parts))
    if name == "Direction":
        return nodes.Direction(parts[0])
    return CLASSES[name](*map(from_plain, parts))


def is_list(plain: object) -> TypeGuard[list[Any]]:
    """Tell whether plain data is a list."""
    return isinstance(plain, list)
