"""An object may have to be one of several others as well."""

from __future__ import annotations

from typing import Any

from odcgen.documents.walk import all_schemas, resolve
from odcgen.kit.json_value import Json, as_array, as_object

_LIMITS = frozenset(("required", "not", "minProperties", "maxProperties", "description", "title"))


def open_union_parts(data: Json) -> None:
    """Keep what a union beside properties, or as a part of `allOf`, adds to an object as keys without a name.

    No class can tell which member of the union it is. Members that only limit which keys are there add none.
    """
    for _, schema in all_schemas(data):
        parts = [(part, _union(as_object(resolve(data, part)))) for part in as_array(schema.get("allOf"))]
        plain = [part for part, union in parts if not union]
        if not plain and not schema.get("properties"):
            if len(parts) > 1:
                del schema["allOf"]  # of several unions at once nothing can be said
            continue
        members = [*_union(schema), *(member for _, union in parts for member in union)]
        if members:
            _open(schema, plain, members)


def _union(schema: Json) -> list[Any]:
    return [*as_array(schema.get("anyOf")), *as_array(schema.get("oneOf"))]


def _open(schema: Json, plain: list[Any], members: list[Any]) -> None:
    for keyword in ("allOf", "anyOf", "oneOf"):
        schema.pop(keyword, None)
    if plain:
        schema["allOf"] = plain
    if any(as_object(member).keys() - _LIMITS for member in members):
        schema.setdefault("additionalProperties", {"x-odcgen-open": True})
