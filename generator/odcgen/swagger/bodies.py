"""Request bodies: the `body` parameter, and the `formData` parameters together."""

from __future__ import annotations

from typing import Any

from odcgen.kit.json_value import Json

from .parameters import Note, array_style
from .schemas import inline_schema, schema

_MULTIPART, _URLENCODED = "multipart/form-data", "application/x-www-form-urlencoded"
_OF_PARAMETER = ("name", "in", "required", "allowEmptyValue")


def json_body(entry: Json, consumes: list[Any]) -> Json:
    """Return the request body that a `body` parameter describes."""
    result: Json = {"description": entry["description"]} if "description" in entry else {}
    media = {"schema": schema(entry.get("schema", {}))}
    result["content"] = {str(name): media for name in consumes or ["application/json"]}
    return result | ({"required": True} if entry.get("required") is True else {})


def form_body(entries: list[Json], consumes: list[Any], pointers: list[str], notes: list[Note]) -> Json:
    """Return the request body that `formData` parameters make up; files need multipart/form-data.

    Args:
        entries: the parameters.
        consumes: the media types that the operation takes.
        pointers: where the parameters stand.
        notes: gathers what OpenAPI cannot say.
    """
    properties = {str(entry.get("name")): inline_schema(entry, besides=_OF_PARAMETER) for entry in entries}
    form: Json = {"type": "object", "properties": properties}
    required = [str(entry.get("name")) for entry in entries if entry.get("required") is True]
    if required:
        form["required"] = required
    media: Json = {"schema": form}
    placed = zip(entries, pointers, strict=True)
    arrays = [(entry, pointer) for entry, pointer in placed if entry.get("type") == "array"]
    if encoding := {str(entry.get("name")): array_style(entry, pointer, notes) for entry, pointer in arrays}:
        media["encoding"] = encoding
    if any(entry.get("type") == "file" for entry in entries):
        types = [_MULTIPART]
    else:
        types = [name for name in consumes if name in (_MULTIPART, _URLENCODED)] or [_URLENCODED]
    result: Json = {"content": dict.fromkeys(types, media)}
    return result | ({"required": True} if required else {})
