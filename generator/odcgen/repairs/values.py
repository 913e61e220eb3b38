"""Repairs of values that schemas state: defaults, enums, texts."""

from __future__ import annotations

import json
import re

from odcgen.documents.pointer import split
from odcgen.kit.json_value import Json, as_object, brief, is_array, is_object

from .repair import Repair, holder_of, remove, value_at

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,30})?")
_SAYS = frozenset(("name", "in", "type", "propertyName", "scheme", "default", "openapi"))
"""Texts without which nobody knows what is meant."""
_NUMBERS_AS_TEXT = re.compile(
    r"/info/version|(?:/[^/]+)*/servers/[0-9]+/variables/[^/]+/(?:default|enum/[0-9]+)|(?:/[^/]+)*/tags/[0-9]+"
)


def _drop_default(data: Json, pointer: str) -> str | None:
    """Leave a default out, unless it makes the type doubtful, as `1.5` beside `integer` does."""
    schema, _ = holder_of(data, pointer)
    kind = as_object(schema).get("type")
    if kind in ("integer", "number") and type(value_at(data, pointer)) in (float, bool):
        return None
    return "the default is left out: the server has its own" if remove(data, pointer) else None


def _enum_value(data: Json, pointer: str) -> str | None:
    """Spell a value as the declared type has it, or take it out: enums are open, it still comes through."""
    values, index = holder_of(data, pointer)
    schema = value_at(data, pointer.rpartition("/enum/")[0])
    if not (is_array(values) and index.isdecimal() and int(index) < len(values) and is_object(schema)):
        return None
    value = values[int(index)]
    spelled = _spelled(value, schema.get("type"))
    if spelled is None or spelled in values:
        del values[int(index)]
        if not values:
            del schema["enum"]
        return "the value is left out: no value of the type can be it"
    values[int(index)] = spelled
    return f"it is read as {brief(spelled)}"


def _spelled(value: object, kind: object) -> str | int | float | None:
    if kind == "string" and type(value) in (int, float, bool):
        return json.dumps(value)
    if kind in ("integer", "number") and isinstance(value, str) and _NUMBER.fullmatch(value):
        number = json.loads(value)
        return number if kind == "number" or type(number) is int else None
    return None


def _empty_enum(data: Json, pointer: str) -> str | None:
    return "any value of the type is taken" if remove(data, pointer) else None


def _null_text(data: Json, pointer: str) -> str | None:
    """Take a text that is null out; the description of a scope has to be there, and is empty."""
    holder, name = holder_of(data, pointer)
    if not is_object(holder) or name not in holder or name in _SAYS or "/x-" in pointer:
        return None
    if "scopes" in split(pointer)[-2:-1]:
        holder[name] = ""
        return "the text is empty"
    del holder[name]
    return "it is left out"


def _number_as_text(data: Json, pointer: str) -> str | None:
    """YAML reads `version: 1.0` and `default: 443` as numbers."""
    holder, name = holder_of(data, pointer)
    value = value_at(data, pointer)
    if not _NUMBERS_AS_TEXT.fullmatch(pointer) or type(value) not in (int, float, bool):
        return None
    text = json.dumps(value)
    if is_array(holder):
        holder[int(name)] = text
    else:
        holder[name] = text
    return f"it is read as {brief(text)}"


def _list_of_examples(data: Json, pointer: str) -> str | None:
    return "the examples are left out: nothing is made of them" if remove(data, pointer) else None


VALUES = (
    Repair(
        "default-of-another-type",
        "A default that its own type does not allow is left out: a client sends no defaults, the server "
        "has its own; a fraction or a flag beside a number is refused, for it may be the type that is "
        "wrong.",
        _drop_default,
    ),
    Repair(
        "enum-value-of-another-type",
        'A value beside the declared type is spelled as the type has it (`1` as `"1"`), or left out, '
        "since no value of the type can be it; enums are open, so what a server sends in spite of that "
        "is kept.",
        _enum_value,
    ),
    Repair(
        "empty-enum",
        "An enum without values is left out: enums are open, so it says no more than its type.",
        _empty_enum,
    ),
    Repair(
        "null-text",
        "A text that is null (a description, a title) is left out, as if it were not there.",
        _null_text,
    ),
    Repair(
        "number-as-text",
        "A number or flag where a version, a tag or the value of a server variable belongs is read as "
        "its text: YAML makes numbers of `1.0` and `443`.",
        _number_as_text,
    ),
    Repair(
        "list-of-examples",
        "Examples that are a list and no object are left out: nothing is made of examples.",
        _list_of_examples,
    ),
)
