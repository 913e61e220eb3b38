"""`allOf` of plain values: a type in one member, its limits in another."""

from __future__ import annotations

from typing import Any

from odcgen.documents.walk import all_schemas, resolve
from odcgen.kit.json_value import Json, as_array, as_object

_OBJECT = frozenset(("properties", "additionalProperties", "required", "allOf", "anyOf", "oneOf", "not"))


def merge_scalar_all_of(data: Json) -> None:
    """Write an `allOf` without any object as the one value that it describes.

    openapi-python-client merges objects only.
    """
    for _, schema in all_schemas(data):
        if members := as_array(schema.get("allOf")):
            targets: list[Json] = [as_object(resolve(data, member)) for member in members]
            if not any(_is_object(part) for part in targets) and "properties" not in schema:
                _merge(schema, targets)


def _is_object(part: Json) -> bool:
    return part.get("type") == "object" or bool(part.keys() & _OBJECT)


def _merge(schema: Json, targets: list[Json]) -> None:
    del schema["allOf"]
    types: set[Any] = {part["type"] for part in (*targets, schema) if isinstance(part.get("type"), str)}
    if types == {"integer", "number"}:
        schema["type"] = "integer"
    elif len(types) > 1:
        schema.pop("type", None)  # no value is of both; whatever comes will be taken as it is
        return
    for part in targets:
        for keyword, value in part.items():
            schema.setdefault(keyword, value)
