"""A tuple says a type for each of its places."""

from __future__ import annotations

from odcgen.documents.walk import every_schema
from odcgen.kit.json_value import Json, as_array, is_object


def merge_prefix_items(data: Json) -> None:
    """Write a tuple as a list of whatever may stand at any of its places."""
    for schema in every_schema(data):
        if places := as_array(schema.pop("prefixItems", None)):
            rest = (
                [schema["items"]] if is_object(schema.get("items")) and schema["items"] != {"not": {}} else []
            )
            schema["items"] = {"anyOf": [*places, *rest]}
            schema.setdefault("type", "array")
