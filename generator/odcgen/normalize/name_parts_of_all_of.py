"""A reference may lead into a part of `allOf`, which is gone once it is merged."""

from __future__ import annotations

from odcgen.documents.pointer import escape
from odcgen.documents.walk import component_schemas, every_schema, free_name, lookup, segments
from odcgen.kit.json_value import Json, is_object

_KEYWORDS = ("allOf", "oneOf", "anyOf", "properties", "items", "additionalProperties")


def name_parts_of_all_of(data: Json) -> None:
    """Make a component of each schema inside an `allOf` that a reference names."""
    found = [
        (schema, ref, lookup(data, ref))
        for schema in every_schema(data)
        if isinstance(ref := schema.get("$ref"), str) and "allOf" in segments(ref)
    ]
    for schema, ref, target in found:
        if is_object(target) and "$ref" not in target:
            _name(component_schemas(data), ref, target)
        if is_object(target):
            schema["$ref"] = target["$ref"]


def _name(schemas: Json, ref: str, target: Json) -> None:
    words = [name for name in segments(ref)[2:] if name not in _KEYWORDS and not name.isdecimal()]
    name = free_name(schemas, " ".join(words))
    schemas[name] = dict(target)
    target.clear()
    target["$ref"] = "#/components/schemas/" + escape(name).replace("%", "%25")
