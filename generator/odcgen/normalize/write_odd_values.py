"""Lists of values and single values that are allowed, but that a document model does not expect."""

from __future__ import annotations

from odcgen.documents.walk import every_schema
from odcgen.kit.json_value import Json, is_array


def write_odd_values(data: Json) -> None:
    """Write a constant array, object or null as a list of that one value, and an empty list as `not: {}`.

    An empty list of values allows none; of one that held null only, null alone is left.
    """
    for schema in every_schema(data):
        if "const" in schema and not isinstance(schema["const"], str | int | float):
            schema.setdefault("enum", [schema.pop("const")])
            schema.pop("const", None)
        values = schema.get("enum")
        if values == [None]:
            del schema["enum"]
            schema["type"] = "null"
        elif is_array(values) and not values:
            del schema["enum"]
            schema["not"] = {}
