"""Repairs of schemas: keywords that are written for another version, or that say nothing."""

from __future__ import annotations

from typing import Any

from odcgen.kit.json_value import Json, is_array, is_object

from .repair import Repair, holder_of, remove, value_at

_TYPES = frozenset(("string", "number", "integer", "boolean", "array", "object", "null"))


def _required_in_property(data: Json, pointer: str) -> str | None:
    if not remove(data, pointer):
        return None
    return "it is left out: the schema around it lists what is required"


def _array_without_items(data: Json, pointer: str) -> str | None:
    schema, name = holder_of(data, pointer)
    if not is_object(schema) or name in schema:
        return None
    schema[name] = {}
    return "the items can be anything"


def _empty_union(data: Json, pointer: str) -> str | None:
    schema, name = holder_of(data, pointer)
    if not is_object(schema) or schema.get(name) != []:
        return None
    del schema[name]
    # A discriminator chooses among the members of a union, of which there are none.
    if not schema.keys() & {"oneOf", "anyOf", "allOf", "properties"}:
        schema.pop("discriminator", None)
    return "it is left out: it names no schema"


def _type_list(data: Json, pointer: str) -> str | None:
    """Write `[T, "null"]` as a nullable T, and several types as one schema each."""
    schema, types = holder_of(data, pointer)[0], value_at(data, pointer)
    if not is_object(schema) or not is_array(types) or not all(map(_is_type, types)):
        return None
    others: list[Any] = [kind for kind in dict.fromkeys(types) if kind != "null"]
    if (len(others) > 1 and "anyOf" in schema) or not others:
        return None
    schema["type"] = others[0]
    if "null" in types:
        schema["nullable"] = True
    if len(others) == 1:
        return f'it is read as "{others[0]}"' + (" or null" if "null" in types else "")
    del schema["type"]
    items: Any = schema.pop("items", {}) if "array" in others else {}
    schema["anyOf"] = [{"type": kind} | ({"items": items} if kind == "array" else {}) for kind in others]
    return "it is read as anyOf of these types"


def _is_type(kind: object) -> bool:
    return isinstance(kind, str) and kind in _TYPES


def _null_as_type(data: Json, pointer: str) -> str | None:
    """YAML reads `[string, null]` as a list of a text and nothing."""
    types = value_at(data, pointer)
    if not is_array(types) or None not in types:
        return None
    types[:] = ["null" if kind is None else kind for kind in types]
    return 'it is read as "null"'


def _tuple_items(data: Json, pointer: str) -> str | None:
    """A list of items by their place is a list of what fits any of them, as 3.0 can say it."""
    schema, name = holder_of(data, pointer)
    members = value_at(data, pointer)
    if not is_object(schema) or not is_array(members) or not all(map(is_object, members)):
        return None
    distinct = [member for index, member in enumerate(members) if member not in members[:index]]
    schema[name] = distinct[0] if len(distinct) == 1 else {"anyOf": distinct}
    return "each item fits one of these schemas"


def _dangling_mapping(data: Json, pointer: str) -> str | None:
    return "the entry is left out: values with it stay as they come" if remove(data, pointer) else None


SCHEMAS = (
    Repair(
        "required-in-property",
        "`required: true` in a schema is left out: in OpenAPI the schema around it lists the names of "
        "what is required, and a property that may be absent is read whether it is there or not.",
        _required_in_property,
    ),
    Repair(
        "array-without-items",
        "An array of OpenAPI 3.0 without `items` is one of anything, as 3.1 has it.",
        _array_without_items,
    ),
    Repair(
        "empty-union",
        "An `oneOf`, `anyOf` or `allOf` without members is left out: it names nothing to choose from.",
        _empty_union,
    ),
    Repair(
        "type-list",
        "A list of types in OpenAPI 3.0 or Swagger 2.0 is read as 3.1 has it: null as `nullable`, "
        "several as `anyOf`.",
        _type_list,
    ),
    Repair(
        "null-as-type",
        "A null in a list of types is read as the type of that name: YAML makes nothing of `[string, null]`.",
        _null_as_type,
    ),
    Repair(
        "tuple-items",
        "A list of `items` by their place is read as items of which each fits one of these schemas.",
        _tuple_items,
    ),
    Repair(
        "dangling-mapping",
        "An entry of a discriminator's mapping to a schema that does not exist is left out: values with "
        "that tag are kept as they come, as all values that the document does not know.",
        _dangling_mapping,
    ),
)
