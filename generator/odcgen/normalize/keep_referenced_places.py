"""A reference may name a place inside of a schema, an answer or a parameter, which later passes move."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from odcgen.documents.pointer import escape
from odcgen.documents.walk import PLACES, lookup, segments
from odcgen.kit.json_value import Json, is_array, is_object

_OPENAPI = ("components", "paths", "webhooks")
_WHOLE = 3  # `components`, the kind of component, its name


def keep_referenced_places(data: Json) -> None:
    """List each schema that a reference names by a place inside of something, and let it name the list.

    The schema is the same object in both: what a pass makes of it is seen by way of the list, wherever the
    place itself goes.
    """
    places: Json = {}
    for holder in list(_references(data)):
        ref = holder["$ref"]
        if _is_inside(names := segments(ref)):
            try:
                target = lookup(data, ref)
            except (LookupError, TypeError, ValueError):
                continue  # in an example, which is no part of the interface
            if not (is_object(target) or isinstance(target, bool)):
                continue
            name = "/".join(names)
            places[name] = target
            holder["$ref"] = f"#/{PLACES}/{escape(name).replace('%', '%25')}"
    if places:
        data[PLACES] = places


def _is_inside(names: list[str]) -> bool:
    """Tell whether the names on the way lead to a schema that is no component of its own."""
    if not names or names[0] == PLACES:
        return False
    if names[0] not in _OPENAPI:  # such as `definitions`
        return True
    return len(names) > _WHOLE and ("schema" in names or names[:2] == ["components", "schemas"])


def _references(data: Json) -> Iterator[Json]:
    stack: list[Any] = [data]
    while stack:
        node = stack.pop()
        if is_object(node):
            if isinstance(node.get("$ref"), str):
                yield node
            stack.extend(node.values())
        elif is_array(node):
            stack.extend(node)
