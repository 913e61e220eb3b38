"""Changes of a value's type and format, in the lattice of types."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import Final

from odcgen.diff.rules import Effect

from .changes import Change, Spot
from .places import show, text_of
from .views import View

_SCALARS: Final = frozenset({"string", "number", "integer", "boolean"})
_STRING: Final = frozenset({"string"})
_INTEGER: Final = frozenset({"integer"})
_NUMBER: Final = frozenset({"number"})
_WIDER_FORMATS: Final = frozenset(
    {
        ("integer", "int32", "int64"),
        ("integer", "int32", "bigint"),
        ("integer", "int64", "bigint"),
        ("number", "float", "double"),
        ("string", "date", "date-time"),
        ("string", "time", "date-time"),
    }
)

Kind = tuple[frozenset[str] | None, str | None]
"""The types and the format of a value; None where there is no limit."""


class Shift(Enum):
    """How the values of one kind relate to those of another."""

    SAME = auto()
    WIDER = auto()
    NARROWER = auto()
    READABLE_AS_TEXT = auto()
    """To a string, where the wire does not tell a string from a number anyway."""
    READABLE_FROM_TEXT = auto()
    OTHER = auto()


_REQUEST: Final = {
    Shift.WIDER: ("type-generalized", Effect.WIDENS),
    Shift.NARROWER: ("type-changed", Effect.NARROWS),
    Shift.READABLE_AS_TEXT: ("type-compatible", Effect.WIDENS),
    Shift.READABLE_FROM_TEXT: ("type-changed", Effect.NARROWS),
    Shift.OTHER: ("type-changed", Effect.NARROWS),
}
_RESPONSE: Final = {
    Shift.WIDER: ("type-generalized", Effect.WIDENS),
    Shift.NARROWER: ("type-specialized", Effect.NARROWS),
    Shift.READABLE_AS_TEXT: ("type-changed", Effect.WIDENS),
    Shift.READABLE_FROM_TEXT: ("type-compatible", Effect.NARROWS),
    Shift.OTHER: ("type-changed", Effect.WIDENS),
}


def type_changes(old: View, new: View, spot: Spot) -> Iterator[Change]:
    """Yield the change of type or format, if there is one."""
    before, after = kind(old), kind(new)
    shift = compare(before, after, typed=spot.typed)
    if shift is Shift.SAME:
        return
    if spot.location in {"request-parameter-property", "request-header-property"}:
        name, effect = _in_parameter(before, after)
    elif spot.location in {"request-parameter", "request-header"} and shift is Shift.READABLE_AS_TEXT:
        name, effect = _as_text(before)
    else:
        name, effect = _REQUEST[shift] if spot.in_request else _RESPONSE[shift]
    pointer = new.pointer("type" if before[0] != after[0] else "format")
    yield Change(name, effect, pointer, f"{_named(before)} became {_named(after)}")


def compare(before: Kind, after: Kind, *, typed: bool) -> Shift:
    """Relate two kinds of values; `typed` tells whether the wire can tell a number from a string."""
    if before == after:
        return Shift.SAME
    if _covers(after, before):
        return Shift.WIDER
    if _covers(before, after):
        return Shift.NARROWER
    if not typed and after == (_STRING, None):
        return Shift.READABLE_AS_TEXT
    if not typed and before == (_STRING, None):
        return Shift.READABLE_FROM_TEXT
    return Shift.OTHER


def kind(view: View) -> Kind:
    """Return the types and the format of a schema."""
    return view.types, text_of(view.keywords.get("format"))


def scalar_types(view: View) -> frozenset[str] | None:
    """Return the one scalar type of a schema as a set, None when it is no plain scalar."""
    if view.types is None or len(view.types) != 1 or view.lists:
        return None
    return view.types if view.types <= _SCALARS else None


def disjoint(old: View, new: View) -> bool:
    """Tell whether no value fits both schemas."""
    if not old.types or not new.types:
        return False
    overlap = any(covered(one, new.types) for one in old.types) or any(
        covered(one, old.types) for one in new.types
    )
    return not overlap


def covered(one: str, types: frozenset[str]) -> bool:
    """Tell whether every value of a type has one of the types."""
    return one in types or (one == "integer" and "number" in types)


def _covers(wide: Kind, narrow: Kind) -> bool:
    if wide[0] is None:
        return wide[1] is None
    if narrow[0] is None or not all(covered(one, wide[0]) for one in narrow[0]):
        return False
    if wide[1] is None or wide[1] == narrow[1]:
        return True
    if narrow[0] == _INTEGER and wide[0] == _NUMBER:
        return True
    return len(wide[0]) == 1 and (next(iter(wide[0])), narrow[1], wide[1]) in _WIDER_FORMATS


def _as_text(before: Kind) -> tuple[str, Effect]:
    """Judge a parameter that became text: a number reads the same, a list was written in several pieces."""
    if before[0] is not None and before[0] <= _SCALARS:
        return "type-generalized", Effect.WIDENS
    return "serialization-changed", Effect.UNKNOWN


def _in_parameter(before: Kind, after: Kind) -> tuple[str, Effect]:
    """Judge a property of a parameter, which may be written as JSON or as text."""
    safe = {Shift.WIDER, Shift.READABLE_AS_TEXT}
    breaking = [compare(before, after, typed=typed) not in safe for typed in (True, False)]
    if all(breaking):
        return "type-specialized", Effect.NARROWS
    return ("type-changed", Effect.UNKNOWN) if any(breaking) else ("type-generalized", Effect.WIDENS)


def _named(kind: Kind) -> str:
    types, format_ = kind
    name = "any type" if types is None else " or ".join(sorted(types)) or "null"
    return name if format_ is None else f"{name} ({show(format_)})"
