"""Provisional: `allOf` of objects, until the merge by meaning takes its place under the same name."""

from __future__ import annotations

from odcgen.documents.walk import all_schemas, resolve
from odcgen.kit.json_value import Json, as_array, as_object, copy_value


def merge_all_of(data: Json) -> None:
    """Write each `allOf` as one schema: all properties, all that is required, of other keywords the first."""
    merging: set[int] = set()
    for _, schema in all_schemas(data):
        _merge(data, schema, merging)


def _merge(data: Json, schema: Json, merging: set[int]) -> None:
    if "allOf" not in schema or id(schema) in merging:
        return
    merging.add(id(schema))
    for member in as_array(schema.pop("allOf")):
        part: Json = resolve(data, member)
        _merge(data, part, merging)
        for keyword, value in part.items():
            if keyword == "properties":
                _properties(schema.setdefault(keyword, {}), value)
            elif keyword == "required":
                schema[keyword] = list(dict.fromkeys([*as_array(schema.get(keyword)), *value]))
            elif keyword not in ("title", "description", "x-odcgen-name", "nullable"):
                schema.setdefault(keyword, copy_value(value))
    merging.discard(id(schema))


def _properties(found: Json, more: Json) -> None:
    for name, schema in more.items():
        if not as_object(found.get(name)):
            found[name] = copy_value(schema)
