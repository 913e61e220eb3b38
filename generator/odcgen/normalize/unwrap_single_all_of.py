"""`allOf` around a single schema says no more than that schema."""

from __future__ import annotations

from typing import Any

from odcgen.documents.walk import all_schemas, lookup
from odcgen.kit.json_value import Json, as_array, is_object

_NOTES = frozenset(
    ("title", "description", "deprecated", "example", "examples", "nullable", "readOnly", "writeOnly")
)
_STRUCTURE = frozenset(
    ("properties", "required", "additionalProperties", "items", "prefixItems", "anyOf", "oneOf", "const")
)
"""What makes the wrapper more than notes and limits on its only member."""


def unwrap_single_all_of(data: Json) -> None:
    """Replace `allOf: [schema]` by the schema, keeping `nullable` and notes beside it.

    ODC has 299 of these; some repeat the enum of their target, which is dropped with the wrapper. A member
    that holds nothing but notes counts as notes beside the others.
    """
    for _, schema in all_schemas(data):
        while members := as_array(schema.get("allOf")):
            if schema.get("additionalProperties") in (True, False):
                del schema["additionalProperties"]  # the members say which keys there are
            telling = _without_notes(schema, members)
            if len(telling) == 1 and is_object(telling[0]) and not schema.keys() & _STRUCTURE:
                _unwrap(data, schema, telling[0])
            elif telling:
                schema["allOf"] = telling
                break
            else:
                del schema["allOf"]


def _without_notes(schema: Json, members: list[Any]) -> list[Any]:
    """Return the members that say something of the value; what the others note is noted beside them."""
    telling: list[Any] = []
    for member in members:
        if is_object(member) and member.keys() <= _NOTES:
            for keyword, value in member.items():
                schema.setdefault(keyword, value)
        else:
            telling.append(member)
    return telling


def _unwrap(data: Json, schema: Json, member: Json) -> None:
    del schema["allOf"]
    if "$ref" in member:
        for repeated in ("enum", "type", "format"):
            schema.pop(repeated, None)
        if not _leads_back(data, member, schema):
            schema["$ref"] = member["$ref"]
    else:
        for keyword, value in member.items():
            schema.setdefault(keyword, value)


def _leads_back(data: Json, node: Any, start: Json) -> bool:
    """Tell whether a schema is nothing but itself, or null: `A: {anyOf: [{$ref: A}, {type: null}]}`."""
    while is_object(node) and isinstance(ref := node.get("$ref"), str):
        node = lookup(data, ref)
        if node is start:
            return True
    return False
