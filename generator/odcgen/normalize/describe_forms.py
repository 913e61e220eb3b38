"""An encoding says how a field of a form is written; most of them only say what is usual."""

from __future__ import annotations

from typing import Any

from odcgen.documents.walk import operations, resolve
from odcgen.kit.json_value import Json, as_array, as_object

FORM = "application/x-www-form-urlencoded"
_JSON = "application/json"
_STYLED = ("style", "explode", "allowReserved")
_NESTED = "x-odcgen-nested"
"""How lists and objects inside a `deepObject` are written, as an overlay says it of a document."""


def describe_forms(data: Json) -> None:
    """List under `x-odcgen-fields` of each form the fields that are not written the usual way.

    A field that says a style is written in it, also in a multipart body, and its content type does not count
    then. From OpenAPI 3.1 on an object in a url-encoded form is JSON unless its encoding says otherwise.
    """
    is_30 = str(data.get("openapi")).startswith("3.0")
    for node in operations(data):
        for media_type, content in as_object(as_object(node.data.get("requestBody")).get("content")).items():
            essence = media_type.partition(";")[0].strip().lower()
            if essence not in (FORM, "multipart/form-data"):
                continue
            encodings = as_object(as_object(content).get("encoding"))
            fields = {name: _field(data, as_object(encoding)) for name, encoding in encodings.items()}
            if essence == FORM and not is_30:
                for name in _objects(data, as_object(content).get("schema")):
                    fields.setdefault(name, {"contentType": _JSON})
            content["x-odcgen-fields"] = {name: field for name, field in fields.items() if field}


def _field(data: Json, encoding: Json) -> Json:
    found: dict[str, Any] = {}
    if any(keyword in encoding for keyword in _STYLED):
        found |= {keyword: encoding[keyword] for keyword in _STYLED if keyword in encoding}
        nested = encoding.get(_NESTED, data.get(_NESTED))
        found |= {"style": encoding.get("style", "form"), **({"nested": nested} if nested else {})}
    elif "contentType" in encoding:
        found["contentType"] = encoding["contentType"]
    headers = {
        name: value
        for name, header in as_object(encoding.get("headers")).items()
        if name.lower() != "content-type" and (value := _only(data, resolve(data, header))) is not None
    }
    return found | ({"headers": headers} if headers else {})


def _only(data: Json, header: object) -> str | None:
    """Return the only value that a header can have, or the one that it has by default."""
    schema = as_object(resolve(data, as_object(header).get("schema")))
    values = as_array(schema.get("enum"))
    value = schema.get("const", values[0] if len(values) == 1 else schema.get("default"))
    return value if isinstance(value, str) else None


def _objects(data: Json, schema: object) -> list[str]:
    """Return the names of the properties that hold objects."""
    properties = as_object(as_object(resolve(data, schema)).get("properties"))
    return [name for name, child in properties.items() if _is_object(as_object(resolve(data, child)))]


def _is_object(schema: Json) -> bool:
    kinds = schema.get("type")
    return "object" in (as_array(kinds) or [kinds]) or "properties" in schema
