"""`allOf` around a single reference says no more than the reference."""

from __future__ import annotations

from typing import Any

from .walk import all_schemas

_BESIDE = {
    "nullable",
    "description",
    "title",
    "readOnly",
    "writeOnly",
    "deprecated",
    "default",
    "example",
    "enum",
    "type",
}


def unwrap_single_all_of(data: dict[str, Any]) -> None:
    """Replace `allOf: [{$ref}]` by the reference, keeping `nullable` and notes beside it.

    ODC has 299 of these; some repeat the enum of their target, which is dropped with the wrapper.
    """
    for _, schema in all_schemas(data):
        members = schema.get("allOf")
        if not members or len(members) != 1 or "$ref" not in members[0]:
            continue
        if any(
            keyword not in _BESIDE and not keyword.startswith("x-")
            for keyword in schema
            if keyword != "allOf"
        ):
            continue
        del schema["allOf"]
        schema.pop("enum", None)
        schema.pop("type", None)
        schema["$ref"] = members[0]["$ref"]
