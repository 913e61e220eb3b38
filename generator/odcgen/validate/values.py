"""Values written in a schema (default, enum, const) fit the type that it declares."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from odcgen.kit.json_value import brief, is_array

from .context import NUMBER, Context

_FITS: dict[str, Callable[[Any], bool]] = {
    "string": lambda value: type(value) is str,
    "integer": lambda value: type(value) is int or (type(value) is float and value.is_integer()),
    "number": lambda value: type(value) in NUMBER.types,
    "boolean": lambda value: type(value) is bool,
    "array": lambda value: type(value) is list,
    "object": lambda value: type(value) is dict,
    "null": lambda value: value is None,
}
_FORMATS: dict[str, Callable[[str], object]] = {
    "date": date.fromisoformat,
    "date-time": datetime.fromisoformat,
    "uuid": UUID,
}


def check_values(context: Context, schema: dict[str, Any], pointer: str) -> None:
    """Check the values of one schema; null fits everywhere, as real documents have it."""
    if "default" in schema:
        value = schema["default"]
        if not _fits(schema, value):
            message = f"The default {brief(value)} does not fit the type {brief(schema['type'])}"
            context.report(f"{pointer}/default", message, rule="default-of-another-type")
        else:
            _check_format(context, schema, f"{pointer}/default")
    if "const" in schema and not _fits(schema, schema["const"]):
        message = f"The constant {brief(schema['const'])} does not fit the type {brief(schema['type'])}"
        context.report(f"{pointer}/const", message)
    if "enum" in schema and context.is_array(schema["enum"], f"{pointer}/enum"):
        if not schema["enum"]:
            context.report(f"{pointer}/enum", "The enum has no values", rule="empty-enum")
        for index, value in enumerate(schema["enum"]):
            if not _fits(schema, value):
                message = f"The value {brief(value)} does not fit the type {brief(schema['type'])}"
                context.report(f"{pointer}/enum/{index}", message, rule="enum-value-of-another-type")


def _fits(schema: dict[str, Any], value: object) -> bool:
    declared = schema.get("type")
    names: list[Any] = declared if is_array(declared) else [declared]
    if value is None:
        return True
    # A type that is unknown, or of the wrong type itself, has its own error.
    return (
        any(type(name) is not str or name not in _FITS or _FITS[name](value) for name in names) or not names
    )


def _check_format(context: Context, schema: dict[str, Any], pointer: str) -> None:
    name, value = schema.get("format"), schema["default"]
    if type(value) is not str or type(name) is not str or name not in _FORMATS:
        return
    try:
        _FORMATS[name](value)
    except ValueError:
        context.report(pointer, f"The default {brief(value)} does not fit the format {brief(name)}")
