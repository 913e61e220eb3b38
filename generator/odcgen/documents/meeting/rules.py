"""What two values of one keyword mean together: both hold."""

from __future__ import annotations

import json
from collections.abc import Iterable
from math import lcm
from typing import Any, Final

from odcgen.kit.json_value import brief

from .vocabulary import LOWER_BOUNDS, TYPED_FORMATS, UPPER_BOUNDS, type_of

_NARROWER: Final = {("int32", "int64"): "int32", ("float", "double"): "float"}
_NUMERIC: Final = frozenset({"int32", "int64", "float", "double"})
_EXACT: Final = TYPED_FORMATS | {"time", "duration", "email", "ipv4", "ipv6"}
"""Formats of strings of which no value has two."""


class Contradiction(Exception):
    """No value fits both of two schemas, or odcgen cannot say which ones do."""

    def __init__(self, keyword: str, one: object, other: object) -> None:
        """Keep the keyword and what each side says."""
        super().__init__(keyword, one, other)
        self.message = f"{keyword} {_shown(one)} and {keyword} {_shown(other)} exclude each other"


class ComesBack(Exception):
    """The way through a union leads to what is being merged."""


class TooManyMembers(Contradiction):
    """Unions meet whose members would make too many pairs."""

    def __init__(self, number: int, most: int) -> None:
        """Say how many there would be, and how many there may be."""
        super().__init__("oneOf", None, None)
        self.message = f"the unions in allOf make {number} combinations, more than {most}"


def identity(value: object) -> str:
    """Return a text that is equal for equal JSON values only: `1` and `true` differ, `1` and `1.0` do not."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return json.dumps(value, sort_keys=True, default=str)


def common_types(one: frozenset[str] | None, other: frozenset[str] | None) -> frozenset[str] | None:
    """Return the types that both sides let through, None being any; an integer is a number."""
    if one is None or other is None:
        return other if one is None else one
    shared = one & other
    if "number" not in shared and {"integer", "number"} <= one | other:
        shared |= {"integer"}
    return shared


def common_format(one: str, other: str) -> str:
    """Return the narrower of two formats; of two that tell no type, the first one.

    Raises:
        Contradiction: if no text is of both formats.
    """
    if one == other:
        return one
    if {one, other} <= _NUMERIC:
        return _NARROWER.get((one, other)) or _NARROWER.get((other, one)) or min(one, other, key=_order)
    if one in _EXACT and other in _EXACT:
        raise Contradiction("format", one, other)
    return other if other in _EXACT and one not in _EXACT else one


def _order(name: str) -> int:
    return ("int32", "int64", "float", "double").index(name)


def common_values(one: Iterable[Any], other: Iterable[Any]) -> list[Any]:
    """Return the values that both sides list, in the order of the first."""
    allowed = set(map(identity, other))
    return [value for value in one if identity(value) in allowed]


def fits(value: object, types: frozenset[str] | None) -> bool:
    """Tell whether a value is of one of these types; null is not asked for here."""
    if types is None or value is None:
        return True
    own = type_of(value)
    if own == "integer" or (isinstance(value, float) and value.is_integer()):
        return bool(types & {"integer", "number"})
    return own in types


def narrower(keyword: str, one: Any, other: Any) -> Any:
    """Return the bound of two that lets fewer values through."""
    if keyword in UPPER_BOUNDS:
        return min(one, other)
    return max(one, other) if keyword in LOWER_BOUNDS else one


def common_pattern(one: str, other: str) -> str:
    """Return a regular expression that finds something where both do."""
    return one if one == other else rf"(?=[\s\S]*(?:{one}))(?=[\s\S]*(?:{other}))"


def common_multiple(one: Any, other: Any) -> Any:
    """Return the step that all multiples of both have; of two fractions, the first is kept."""
    if type(one) is int and type(other) is int:
        return lcm(one, other)
    return other if one and other % one == 0 else one


def neither(one: Any, other: Any) -> Any:
    """Return the schema that rules out what both sides rule out."""
    return one if one == other else {"anyOf": [one, other]}


def agreed(statements: Iterable[bool | None]) -> bool | None:
    """Return whether null is let through by all who speak of it; None when nobody does."""
    spoken = [statement for statement in statements if statement is not None]
    return all(spoken) if spoken else None


def _shown(value: object) -> str:
    if isinstance(value, frozenset):
        return " or ".join(sorted(map(str, value)))  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    return value if isinstance(value, str) else brief(value)
