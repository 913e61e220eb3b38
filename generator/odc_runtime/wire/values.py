"""Codec helpers for the rarer kinds of value: scalars inside lists, constants, values of unions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, cast

from .codec import integer, wrong

if TYPE_CHECKING:
    from enum import Enum

    E = TypeVar("E", bound=Enum)

__all__ = [
    "anything",
    "boolean",
    "constant",
    "null",
    "object_",
    "open_int_enum",
    "part_text",
    "plain",
    "string",
]

T = TypeVar("T")


def string(value: Any) -> str:
    """Return a string as it is."""
    return value if type(value) is str else wrong(value, "a string")


def boolean(value: Any) -> bool:
    """Return a boolean as it is."""
    return value if type(value) is bool else wrong(value, "a boolean")


def anything(value: Any) -> Any:
    """Return any JSON value as it is."""
    return value


def null(value: Any) -> None:
    """Return None for null, and for nothing else."""
    return None if value is None else wrong(value, "null")


def object_(value: Any) -> None:
    """Refuse what is no JSON object."""
    if type(value) is not dict:
        wrong(value, "an object")


def constant(value: Any, wanted: T) -> T:
    """Return the one value that is allowed here."""
    return (
        wanted
        if value == wanted and type(value) is type(wanted)
        else wrong(value, f"the constant {wanted!r}")
    )


def open_int_enum(kind: type[E], value: Any) -> E | int:
    """Return the member of `kind`, or the number itself if the document does not know it."""
    number = integer(value)
    return cast("E | int", kind._value2member_map_.get(number, number))


def plain(value: Any) -> Any:
    """Return a value of one of several types as JSON data."""
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in cast("list[Any]", value)]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in cast("dict[str, Any]", value).items()}
    if value is None or isinstance(value, (str, int, float)):
        return value
    from .body import to_json

    return to_json(value)


def part_text(value: Any) -> str:
    """Return a value as the text of a form's field: JSON, and a string as it is."""
    if type(value) is str:
        return value
    import json

    return json.dumps(value, separators=(",", ":"))
