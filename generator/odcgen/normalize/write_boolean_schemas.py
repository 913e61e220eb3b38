"""`true` and `false` are schemas of OpenAPI 3.1: anything, and nothing."""

from __future__ import annotations

from typing import Any

from odcgen.documents.walk import PLACES, component_schemas, every_schema, operations
from odcgen.kit.json_value import Json, as_array, as_object, is_array, is_object


def write_boolean_schemas(data: Json) -> None:
    """Write `true` as `{}` and `false` as `{not: {}}`, as OpenAPI 3.0 has them.

    `additionalProperties` stays: a flag is there in both versions.
    """
    _write_in(component_schemas(data))
    _write_in(data.get(PLACES))
    for node in operations(data):
        for parameter in as_array(node.data.get("parameters")):
            _write_at(as_object(parameter), "schema")
        for holder in (node.data.get("requestBody"), *as_object(node.data.get("responses")).values()):
            for media_type in as_object(as_object(holder).get("content")).values():
                _write_at(as_object(media_type), "schema")
    for schema in every_schema(data):
        _write_at(schema, "items")
        _write_at(schema, "not")
        _write_in(schema.get("properties"))
        for keyword in ("allOf", "anyOf", "oneOf", "prefixItems"):
            _write_in(schema.get(keyword))


def _write_in(schemas: Any) -> None:
    if is_object(schemas):
        for name in schemas:
            _write_at(schemas, name)
    elif is_array(schemas):
        schemas[:] = [_written(schema) for schema in schemas]


def _write_at(holder: Json, keyword: str) -> None:
    if keyword in holder:
        holder[keyword] = _written(holder[keyword])


def _written(schema: Any) -> Any:
    if schema is True:
        return {}
    return {"not": {}} if schema is False else schema
