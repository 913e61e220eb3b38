"""The keywords of several schemas as those of one, references and unions aside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial, reduce
from typing import Any, Final

from odcgen.kit.json_value import Json, as_array, as_object, is_array, is_object

from .rules import (
    Contradiction,
    common_format,
    common_multiple,
    common_pattern,
    common_types,
    common_values,
    fits,
    identity,
    narrower,
    neither,
)
from .vocabulary import LOWER_BOUNDS, UPPER_BOUNDS, effective_types, normalized

_TOGETHER: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "pattern": common_pattern,
    "multipleOf": common_multiple,
    "not": neither,
    "required": lambda one, other: list(dict.fromkeys([*as_array(one), *as_array(other)])),
    "uniqueItems": lambda one, other: one or other,
}
_LISTS: Final = ("properties", "required", "enum", "anyOf", "oneOf")
_TEXT_OF_ONE: Final = 50
"""Characters of a pattern that count as one thing."""
_VALUES: Final = frozenset({"type", "format", "enum", "const"})


class Joined(dict[str, Any]):
    """An `allOf` that stands in no document: a merge has made it."""


def extent(body: Json) -> int:
    """Return how many things of a schema a merge has to look at."""
    listed = sum(len(body[keyword]) for keyword in _LISTS if isinstance(body.get(keyword), dict | list))
    return 1 + listed + len(str(body.get("pattern", ""))) // _TEXT_OF_ONE


def meet_bodies(bodies: Sequence[Json]) -> Json:
    """Return one schema that lets through what all of these do.

    A property, an item or a free key of which several speak becomes an `allOf` of what they say. What only
    a validator reads is narrowed where one keyword can say it; else the first statement stands. The schema
    of free keys is for the keys that no side names.

    Raises:
        Contradiction: if no value fits all of them.
    """
    bodies = [normalized(body) for body in bodies]
    if len(bodies) == 1:
        return bodies[0]
    met: Json = {}
    for keyword in dict.fromkeys(keyword for body in bodies for keyword in body):
        stated = [body[keyword] for body in bodies if keyword in body]
        if keyword == "properties":
            met[keyword] = _properties(stated)
        elif keyword == "items":
            met[keyword] = together(stated)
        elif keyword == "additionalProperties":
            met[keyword] = _free_keys(stated)
        elif keyword in UPPER_BOUNDS | LOWER_BOUNDS:
            met[keyword] = reduce(partial(narrower, keyword), stated)
        elif keyword in _TOGETHER:
            met[keyword] = reduce(_TOGETHER[keyword], stated)
        elif keyword not in _VALUES and not keyword.startswith("x-enum"):
            met[keyword] = stated[0]
    return _types_and_values(bodies) | met


def together(schemas: Iterable[Any]) -> Any:
    """Return the one schema that says what these do, an `allOf` of them if it takes several."""
    several: list[Any] = []
    for schema in schemas:
        if schema is False:
            return False
        if schema in (True, {}) or schema in several:
            continue
        several.append(schema)
    return several[0] if len(several) == 1 else Joined(allOf=several) if several else {}


def _properties(stated: list[Any]) -> Json:
    definitions: dict[str, list[Any]] = {}
    for properties in stated:
        for name, schema in as_object(properties).items():
            definitions.setdefault(name, []).append(schema)
    return {name: together(schemas) for name, schemas in definitions.items()}


def _free_keys(stated: list[Any]) -> Any:
    if False in stated:
        return False
    schemas = [schema for schema in stated if is_object(schema)]
    for schema in schemas:
        if "x-odcgen-open" in schema:
            return schema
    return together(schemas) if schemas else True


def _types_and_values(bodies: Sequence[Json]) -> Json:
    """Return `type`, `format`, `enum` and `const` of all schemas, of which each limits the others."""
    types = _common_types(bodies)
    met: Json = {}
    if any("type" in body for body in bodies) and types is not None:
        met["type"] = next(iter(types)) if len(types) == 1 else sorted(types)
    if formats := [body["format"] for body in bodies if isinstance(body.get("format"), str)]:
        met["format"] = reduce(common_format, formats)
        if types == frozenset({"integer"}) and met["format"] in ("float", "double"):
            del met["format"]
    lists = [_listed(body) for body in bodies if "enum" in body or "const" in body]
    if lists:
        values = [value for value in _common_values(lists) if fits(value, types)]
        if not values:
            raise Contradiction("enum", _either(lists[0]), _stated_types(types))
        if any("const" in body for body in bodies):
            met["const"] = values[0]
        else:
            met |= {"enum": values, **_names_of_values(bodies, values)}
    return met


def _common_types(bodies: Sequence[Json]) -> frozenset[str] | None:
    types: frozenset[str] | None = None
    for body in bodies:
        own = effective_types(body)
        if own is not None and body.get("type") != "null":
            met = common_types(types, own)
            if met == frozenset():
                raise Contradiction("type", types, own)
            types = met
    return types


def _listed(body: Json) -> list[Any]:
    values = [body["const"]] if "const" in body else list(as_array(body.get("enum")))
    return common_values(values, body["enum"]) if "const" in body and "enum" in body else values


def _common_values(lists: list[list[Any]]) -> list[Any]:
    values = lists[0]
    for other in lists[1:]:
        shared = common_values(values, other)
        if not shared:
            raise Contradiction("enum", _either(values), _either(other))
        values = shared
    return values


def _either(values: list[Any]) -> Any:
    return values[0] if len(values) == 1 else values


def _stated_types(types: frozenset[str] | None) -> str:
    return "of type " + " or ".join(sorted(types or ()))


def _names_of_values(bodies: Sequence[Json], values: list[Any]) -> Json:
    """Return the lists that name an enum's values in order, for the values that are left."""
    named: Json = {}
    for body in bodies:
        for keyword, names in body.items():
            if keyword.startswith("x-enum") and keyword not in named:
                if is_array(names) and len(values) < len(as_array(body.get("enum"))):
                    pairs = dict(zip(map(identity, as_array(body.get("enum"))), names, strict=False))
                    named[keyword] = [pairs.get(identity(value)) for value in values]
                else:
                    named[keyword] = names
    return named
