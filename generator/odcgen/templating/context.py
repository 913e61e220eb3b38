"""What a template gets for a node, as plain data that a person can read."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from inspect import getattr_static
from typing import Any, cast

import attrs

from odcgen import ir
from odcgen.errors import UsageError
from odcgen.render.contexts import Node, api_nodes, package_node
from odcgen.render.escape import unmark
from odcgen.render.imports import Imports

_DEEPEST = 12
_PARENTS = ("package", "api", "resource", "groups")
"""What every node has: it is named at a deeper one and shown at its own."""


def context_of(package: ir.Package, name: str = "") -> dict[str, Any]:
    """Return the context of the node of a name: empty for the package, else API, resource or method.

    Raises:
        UsageError: if there is no such node.
    """
    node = _node(package, name)
    context = node.context(Imports(named=node.named))
    return {
        key: _named(value) if key in _PARENTS and key != node.kind else _plain(value, 0)
        for key, value in context.items()
    }


def _node(package: ir.Package, name: str) -> Node:
    nodes = [package_node(package)] if not name else []
    api_name = name.partition(".")[0]
    nodes += [node for api in package.apis if api.name == api_name for node in api_nodes(package, api)]
    for node in nodes:
        if not name or node.label == name:
            return node
    known = ", ".join(api.name for api in package.apis)
    raise UsageError(f"there is no API, resource or method {name!r}", hint=f"The APIs are {known}.")


def _named(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_named(item) for item in cast("tuple[object, ...]", value)]
    return f"<{type(value).__name__} {getattr(value, 'name', getattr(value, 'module', ''))}>"


def _plain(value: Any, depth: int) -> Any:
    if isinstance(value, ir.SpecText):
        return {"text": value.text}
    if isinstance(value, str):
        return unmark(value)
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, Mapping):
        return {str(key): _plain(item, depth + 1) for key, item in cast("Mapping[str, Any]", value).items()}
    if isinstance(value, tuple | list | frozenset):
        return [_plain(item, depth + 1) for item in cast("tuple[Any, ...]", value)]
    kind = _kind(value)
    if attrs.has(kind) and depth < _DEEPEST:
        return {name: _plain(getattr(value, name), depth + 1) for name in _attributes(value)}
    return f"<{type(value).__name__}>"


def _kind(value: object) -> type[Any]:
    return type(value)


def _attributes(value: Any) -> list[str]:
    """Return the attributes and properties that a template can ask for."""
    kind = _kind(value)
    fields = [field.name for field in attrs.fields(kind) if not field.name.startswith("_")]
    properties = [
        name
        for name in dir(kind)
        if not name.startswith("_") and isinstance(getattr_static(kind, name), property)
    ]
    return [*fields, *properties]
