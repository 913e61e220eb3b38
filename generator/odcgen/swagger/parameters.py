"""Parameters in path, query and header."""

from __future__ import annotations

from typing import Any, NamedTuple

from odcgen.kit.json_value import Json, is_object

from .schemas import inline_schema

_KEPT = ("name", "in", "description", "required", "allowEmptyValue")
# The serialization of an array in a query or a form, by its collectionFormat.
_STYLES: dict[str, Json] = {
    "csv": {"style": "form", "explode": False},
    "multi": {"style": "form", "explode": True},
    "ssv": {"style": "spaceDelimited", "explode": False},
    "pipes": {"style": "pipeDelimited", "explode": False},
}


class Note(NamedTuple):
    """What OpenAPI cannot say of a place."""

    pointer: str
    text: str


def parameter(entry: Any, pointer: str, notes: list[Note]) -> Any:
    """Return a parameter as OpenAPI 3.0 has it; what is no parameter is left for the validation."""
    if not is_object(entry) or "$ref" in entry:
        return entry
    result = {name: entry[name] for name in entry if name in _KEPT or name.startswith("x-")}
    result.pop("x-nullable", None)
    if entry.get("in") == "path":
        result["required"] = True
    if entry.get("type") == "array":
        if entry.get("in") == "query":
            result |= array_style(entry, pointer, notes)
        elif entry.get("collectionFormat", "csv") != "csv":
            notes.append(_note(entry, pointer))
    result["schema"] = inline_schema(entry, besides=_KEPT)
    return result


def array_style(entry: Json, pointer: str, notes: list[Note]) -> Json:
    """Return how an array is written in a query or form."""
    style = _STYLES.get(str(entry.get("collectionFormat", "csv")))
    if style is None:
        notes.append(_note(entry, pointer))
    return style or _STYLES["csv"]


def _note(entry: Json, pointer: str) -> Note:
    how = entry.get("collectionFormat")
    text = f"OpenAPI cannot say collectionFormat {how}; {entry.get('name')} is sent with commas"
    return Note(pointer, text)
