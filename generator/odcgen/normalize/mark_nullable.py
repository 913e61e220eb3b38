"""`null` is allowed in four ways; one is enough."""

from __future__ import annotations

from odcgen.documents.walk import every_schema
from odcgen.kit.json_value import Json, as_array, is_array, is_object

_OF_TYPE = {
    "properties": "object",
    "additionalProperties": "object",
    "required": "object",
    "items": "array",
    "prefixItems": "array",
    "format": "string",
}


def mark_nullable(data: Json) -> None:
    """Write every "may be null" as `nullable: true`.

    That is `type: [T, "null"]`, `anyOf`/`oneOf` with a null member and an enum that lists null.
    """
    for schema in every_schema(data):
        _from_type_list(schema)
        _from_members(schema)
        _from_enum(schema)


def _from_type_list(schema: Json) -> None:
    types = schema.get("type")
    if not is_array(types):
        return
    others = [type_ for type_ in types if type_ != "null"]
    if len(others) < len(types):
        schema["nullable"] = True
    if len(others) == 1:
        schema["type"] = others[0]
    elif others:
        del schema["type"]
        schema.setdefault("anyOf", _one_of_each(schema, others))
    else:
        schema["type"] = "null"


def _one_of_each(schema: Json, types: list[str]) -> list[Json]:
    """Return a schema for each type, each with the keywords that apply to it, which the outer one loses."""
    taken = {keyword: schema.pop(keyword) for keyword in list(schema) if keyword in _OF_TYPE}
    members: list[Json] = [{"type": type_} for type_ in types]
    for keyword, value in taken.items():
        for member in members:
            if member["type"] == _OF_TYPE[keyword]:
                member[keyword] = value
    return members


def _from_members(schema: Json) -> None:
    for keyword in ("anyOf", "oneOf"):
        members = as_array(schema.get(keyword))
        others = [member for member in members if not (is_object(member) and member.get("type") == "null")]
        if len(others) == len(members):
            continue
        schema["nullable"] = True
        if len(others) == 1 and "allOf" not in schema and "properties" not in schema:
            del schema[keyword]
            schema["allOf"] = others
        elif others:
            schema[keyword] = others
        else:
            del schema[keyword]
            schema["type"] = "null"


def _from_enum(schema: Json) -> None:
    values = schema.get("enum")
    if is_array(values) and None in values:
        schema["enum"] = [value for value in values if value is not None]
        schema["nullable"] = True
