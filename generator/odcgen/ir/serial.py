"""The IR as plain JSON data and back, for the cache and the manifest."""

from __future__ import annotations

from typing import Any

import attrs

from . import nodes, text, types

_CLASSES: dict[str, type[Any]] = {
    class_.__name__: class_
    for module in (nodes, text, types)
    for class_ in vars(module).values()
    if isinstance(class_, type) and attrs.has(class_)
}
_FIELDS = {name: tuple(field.name for field in attrs.fields(class_)) for name, class_ in _CLASSES.items()}


def to_plain(node: Any) -> Any:
    """Return a node as lists: `["Ref", "User"]`; tuples become `["", ...]`."""
    if isinstance(node, tuple):
        return ["", *map(to_plain, node)]
    if isinstance(node, nodes.Direction):
        return ["Direction", node.value]
    name = type(node).__name__
    if name in _FIELDS:
        return [name, *(to_plain(getattr(node, field)) for field in _FIELDS[name])]
    return node


def from_plain(plain: Any) -> Any:
    """Return the node that `to_plain` made the data of."""
    if not isinstance(plain, list):
        return plain
    name = plain[0]
    if name == "":
        return tuple(map(from_plain, plain[1:]))
    if name == "Direction":
        return nodes.Direction(plain[1])
    return _CLASSES[name](*map(from_plain, plain[1:]))
