"""The vocabulary of schemas, and what OpenAPI 3.0 and 3.1 write differently for the same meaning."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from odcgen.kit.json_value import as_array, as_object, is_array

from .places import strings

OBJECT: Final = frozenset({"object"})
ARRAY: Final = frozenset({"array"})

UPPER_BOUNDS: Final = frozenset(
    {"maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties", "maxContains"}
)
LOWER_BOUNDS: Final = frozenset(
    {"minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties", "minContains"}
)
FLAGS: Final = frozenset({"nullable", "readOnly", "writeOnly", "deprecated", "x-sunset"})
"""What a reference's neighbours may say without making another schema of it."""
PARTS: Final = (
    "additionalProperties",
    "contains",
    "contentSchema",
    "else",
    "if",
    "items",
    "not",
    "propertyNames",
    "then",
    "unevaluatedItems",
    "unevaluatedProperties",
)
"""Keywords that hold one schema."""
MAPS: Final = ("dependentSchemas", "patternProperties")
"""Keywords, besides `properties`, that hold schemas by name."""
LISTS: Final = ("anyOf", "oneOf", "prefixItems")
"""Keywords, besides `allOf`, that hold a list of schemas."""

_ANNOTATIONS: Final = frozenset(
    {
        "$anchor",
        "$comment",
        "$defs",
        "$dynamicAnchor",
        "$id",
        "$schema",
        "definitions",
        "description",
        "example",
        "examples",
        "externalDocs",
        "summary",
        "title",
    }
)
_READ_EXTENSIONS: Final = frozenset({"x-extensible-enum", "x-sunset"})
_DEFAULTS: Final = (("minItems", 0), ("minLength", 0), ("minProperties", 0), ("uniqueItems", False))
_OF_OBJECTS: Final = frozenset(
    {"additionalProperties", "dependentRequired", "maxProperties", "minProperties", "patternProperties"}
)
_OF_ARRAYS: Final = frozenset({"items", "maxItems", "minItems", "uniqueItems"})


def is_annotation(keyword: str) -> bool:
    """Tell whether a keyword says nothing about which values fit."""
    return keyword in _ANNOTATIONS or (keyword.startswith("x-") and keyword not in _READ_EXTENSIONS)


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
    return frozenset(strings(stated)) - {"null"} if is_array(stated) else None


def own_nullable(node: Mapping[str, Any]) -> bool | None:
    """Return whether a schema lets null through; None when it does not say."""
    stated = node.get("type")
    if node.get("nullable") is True or stated == "null" or "null" in as_array(stated):
        return True
    if stated is None and None in as_array(node.get("enum")):
        return True
    return None if stated is None else False


def is_null(node: object) -> bool:
    """Tell whether a schema accepts null and nothing else."""
    says = {key: value for key, value in as_object(node).items() if not is_annotation(key)}
    return says in ({"type": "null"}, {"enum": [None]}, {"const": None}, {"type": "null", "nullable": True})


def inferred_types(
    keywords: Mapping[str, Any],
    properties: Mapping[str, Any],
    parts: Mapping[str, Any],
    maps: Mapping[str, Any],
) -> frozenset[str] | None:
    """Return the type that the keywords of a schema without one speak of."""
    speaks_of = keywords.keys() | parts.keys() | maps.keys()
    if properties or _OF_OBJECTS & speaks_of:
        return OBJECT
    if _OF_ARRAYS & speaks_of:
        return ARRAY
    values = [*as_array(keywords.get("enum")), *([keywords["const"]] if "const" in keywords else [])]
    if values:
        return frozenset(map(_type_of, values))
    return None


def _type_of(value: object) -> str:
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int):
        return "integer"
    if isinstance(value, float):
        return "number"
    if isinstance(value, str):
        return "string"
    return "array" if is_array(value) else "object"
