"""The vocabulary of schemas, and what OpenAPI 3.0 and 3.1 write differently for the same meaning."""

from __future__ import annotations

from typing import Final

from odcgen.kit.json_value import as_object

OBJECT: Final = frozenset({"object"})
ARRAY: Final = frozenset({"array"})

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


def is_annotation(keyword: str) -> bool:
    """Tell whether a keyword says nothing about which values fit."""
    return keyword in _ANNOTATIONS or (keyword.startswith("x-") and keyword not in _READ_EXTENSIONS)


def is_null(node: object) -> bool:
    """Tell whether a schema accepts null and nothing else."""
    says = {key: value for key, value in as_object(node).items() if not is_annotation(key)}
    return says in ({"type": "null"}, {"enum": [None]}, {"const": None}, {"type": "null", "nullable": True})
