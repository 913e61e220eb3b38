"""What is deprecated, and how many days are left."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from odcgen.documents.json_walk import objects
from odcgen.documents.pointer import split
from odcgen.kit.json_value import Json


@frozen
class Deprecation:
    """Something deprecated; `removal` is the first day on which it may be gone, empty if nobody said."""

    api: str
    what: str
    pointer: str
    removal: str
    days: int | None
    """Days from today to the removal; negative if the day has passed."""


def deprecations(api: str, document: Json, today: date) -> Iterator[Deprecation]:
    """Yield what is deprecated in a document, with the days that are left."""
    for pointer, value in objects(document):
        if value.get("deprecated") is True:
            removal = str(value.get("x-odcgen-removal", ""))
            yield Deprecation(api, _what(pointer), pointer, removal, _days(removal, today))


def _what(pointer: str) -> str:
    """Return `GET /portfolios` for what stands in an operation, else the pointer."""
    names = split(pointer)
    if len(names) < 3 or names[0] != "paths":
        return pointer
    inside = "/".join(names[3:])
    return f"{names[2].upper()} {names[1]}" + (f" ({inside})" if inside else "")


def _days(removal: str, today: date) -> int | None:
    try:
        return (date.fromisoformat(removal) - today).days
    except ValueError:
        return None
