"""`null` is allowed in four ways; one is enough."""

from __future__ import annotations

from typing import Any

from .walk import all_schemas


def mark_nullable(data: dict[str, Any]) -> None:
    """Write every "may be null" as `nullable: true`.

    That is `type: [T, "null"]`, `anyOf`/`oneOf` with a null member and an enum that lists null.
    """
    for _, schema in all_schemas(data):
        _from_type_list(schema)
        _from_members(schema)
        _from_enum(schema)


def _from_type_list(schema: dict[str, Any]) -> None:
    types = schema.get("type")
    if not isinstance(types, list):
        return
    others = [type_ for type_ in types if type_ != "null"]
    if len(others) < len(types):
        schema["nullable"] = True
    if len(others) == 1:
        schema["type"] = others[0]
    elif others:
        schema["anyOf"] = [{**_without_union(schema), "type": type_} for type_ in others]
        del schema["type"]
    else:
        schema["type"] = "null"


def _without_union(schema: dict[str, Any]) -> dict[str, Any]:
    kept = ("format", "items", "properties", "additionalProperties", "required", "enum")
    return {keyword: schema.pop(keyword) for keyword in list(schema) if keyword in kept}


def _from_members(schema: dict[str, Any]) -> None:
    for keyword in ("anyOf", "oneOf"):
        members = schema.get(keyword)
        if not members:
            continue
        others = [
            member for member in members if not (isinstance(member, dict) and member.get("type") == "null")
        ]
        if len(others) < len(members):
            schema["nullable"] = True
        if len(others) == 1 and "allOf" not in schema and "properties" not in schema:
            del schema[keyword]
            schema["allOf"] = others
        else:
            schema[keyword] = others


def _from_enum(schema: dict[str, Any]) -> None:
    values = schema.get("enum")
    if isinstance(values, list) and None in values:
        schema["enum"] = [value for value in values if value is not None]
        schema["nullable"] = True
