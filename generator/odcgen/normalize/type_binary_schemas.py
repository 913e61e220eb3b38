"""A schema says `format: binary` and forgets its type."""

from __future__ import annotations

from odcgen.documents.walk import every_schema
from odcgen.kit.json_value import Json


def type_binary_schemas(data: Json) -> None:
    """Give `type: string` to schemas that have a string's format and no type, as `POST /assets` has."""
    for schema in every_schema(data):
        if schema.get("format") in ("binary", "byte") and "type" not in schema:
            schema["type"] = "string"
