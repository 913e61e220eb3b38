"""Kinds of keywords, and what OpenAPI 3.0 and 3.1 write differently for the same meaning."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from odcgen.kit.json_value import Json, as_array, is_array, is_object

UPPER_BOUNDS: Final = frozenset(
    {"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"}
)
LOWER_BOUNDS: Final = frozenset(
    {"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"}
)
UNIONS: Final = ("oneOf", "anyOf")
WORDS: Final = ("title", "summary", "description", "example", "examples", "externalDocs", "default", "xml")
"""What a schema says of itself without limiting its values; the outermost statement counts."""
MARKS: Final = ("readOnly", "writeOnly", "deprecated")
"""What holds for a value as soon as one of its schemas says it."""
LIMITS: Final = frozenset({"required", "not", "minProperties", "maxProperties", "description", "title"})
"""Keywords that only limit which keys an object has: a union of such members gives it no property."""
TYPED_FORMATS: Final = frozenset({"date", "date-time", "uuid", "binary", "byte"})
"""Formats of strings whose values are of a type of their own."""

_DEFAULTS: Final = (("minItems", 0), ("minLength", 0), ("minProperties", 0), ("uniqueItems", False))
_OF_OBJECTS: Final = frozenset(
    {"additionalProperties", "dependentRequired", "maxProperties", "minProperties", "patternProperties"}
)
_OF_ARRAYS: Final = frozenset({"items", "maxItems", "minItems", "uniqueItems"})


def is_extension(keyword: str) -> bool:
    """Tell whether a keyword is an extension, but for those that go with the values of an enum."""
    return keyword.startswith("x-") and not keyword.startswith("x-enum")


def normalized(node: Mapping[str, Any]) -> dict[str, Any]:
    """Return a schema's keywords as OpenAPI 3.1 would write them, without those that state a default."""
    keywords = {key: value for key, value in node.items() if (key, value) not in _DEFAULTS}
    for bound in ("maximum", "minimum"):
        exclusive = f"exclusive{bound.capitalize()}"
        if isinstance(strict := keywords.get(exclusive), bool):
            del keywords[exclusive]
            if strict and bound in keywords:
                keywords[exclusive] = keywords.pop(bound)
    for keyword in (UPPER_BOUNDS | LOWER_BOUNDS) & keywords.keys():
        if not is_number(keywords[keyword]):
            del keywords[keyword]
    if "enum" in keywords and not as_array(keywords["enum"]):
        del keywords["enum"]
    return keywords


def is_number(value: object) -> bool:
    """Tell whether a value is a number; `true` is none."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def own_types(node: Mapping[str, Any]) -> frozenset[str] | None:
    """Return the types a schema names, without null; None when it names none."""
    stated = node.get("type")
    if isinstance(stated, str):
        return frozenset({stated}) - {"null"}
    if not is_array(stated):
        return None
    return frozenset(item for item in stated if isinstance(item, str)) - {"null"}


def own_nullable(node: Mapping[str, Any]) -> bool | None:
    """Return whether a schema lets null through; None when it does not say."""
    stated = node.get("type")
    if node.get("nullable") is True or stated == "null" or "null" in as_array(stated):
        return True
    if stated is None and None in as_array(node.get("enum")):
        return True
    return None if stated is None else False


def inferred_types(speaks_of: Iterable[str], values: Iterable[object]) -> frozenset[str] | None:
    """Return the type that a schema without one speaks of, by its keywords and by the values it lists."""
    keywords = frozenset(speaks_of)
    if "properties" in keywords or _OF_OBJECTS & keywords:
        return frozenset({"object"})
    if _OF_ARRAYS & keywords:
        return frozenset({"array"})
    return frozenset(map(type_of, values)) or None


def effective_types(body: Json) -> frozenset[str] | None:
    """Return the types of a schema, as it says them or as its keywords have it; null is none."""
    stated = own_types(body)
    if stated is not None:
        return stated
    speaks_of = {keyword for keyword, value in body.items() if keyword != "properties" or value}
    return inferred_types(speaks_of, listed_values(body))


def listed_values(body: Mapping[str, Any]) -> list[Any]:
    """Return the values of `enum` and `const`, without null."""
    values = [*as_array(body.get("enum")), *([body["const"]] if "const" in body else [])]
    return [value for value in values if value is not None]


def type_of(value: object) -> str:
    """Return what a schema calls the type of a value."""
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "number"
    if isinstance(value, str):
        return "string"
    return "array" if is_array(value) else "object"


def telling(body: Json) -> Json:
    """Return what decides of which type a value is, leaving out notes and what only a validator reads."""
    kept: Json = {
        keyword: body[keyword]
        for keyword in ("properties", "items", "enum", "const", *UNIONS, "x-odcgen-contradiction")
        if body.get(keyword) not in (None, {}, [])
    }
    if (types := effective_types(body)) is not None:
        kept["type"] = types
    if body.get("type") == "null":
        kept["type"] = frozenset({"null"})
    if required := as_array(body.get("required")):
        kept["required"] = frozenset(required)
    if body.get("format") in TYPED_FORMATS:
        kept["format"] = body["format"]
    if is_object(free := body.get("additionalProperties")) and free:
        kept["additionalProperties"] = free
    return kept
