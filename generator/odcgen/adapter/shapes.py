"""What a schema of a normalized document is: a class, an enum, a constant, a union, or plain."""

from __future__ import annotations

from typing import Any

from odcgen.documents.walk import component_schemas, segments
from odcgen.kit.json_value import Json, as_array, as_object, is_object


def component_key(data: Json, ref: str) -> str | None:
    """Return the name of the component schema that a reference ends at, or None for a place inside one."""
    while (names := segments(ref))[:2] == ["components", "schemas"] and len(names) == 3:
        target = component_schemas(data)[names[2]]
        if not (is_object(target) and isinstance(target.get("$ref"), str)):
            return names[2]
        ref = target["$ref"]
    return None


def union_members(schema: Json) -> list[Any]:
    """Return the schemas of which a value fits one."""
    return [*as_array(schema.get("anyOf")), *as_array(schema.get("oneOf"))]


def is_enum(schema: Any) -> bool:
    """Tell whether a schema lists strings or integers; other lists of values are left as their type."""
    values = as_array(as_object(schema).get("enum"))
    kinds: set[Any] = {type(value) for value in values}
    return kinds in ({str}, {int})


def is_constant(schema: Json) -> bool:
    """Tell whether a schema allows one value only, of a type that Python's `Literal` has."""
    return type(schema.get("const")) in (str, int, bool)


def is_named(schema: Any) -> bool:
    """Tell whether a component becomes a class: an object with properties, a merge, or an enum."""
    if not is_object(schema):
        return False
    return is_enum(schema) or bool(schema.get("properties")) or bool(schema.get("allOf"))
