"""The types of values on the wire, as the generator sees them."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import Literal

from attrs import frozen

from .text import SpecText

ScalarKind = Literal["str", "int", "float", "bool", "uuid", "date", "datetime", "bytes", "any", "none"]


@frozen
class Scalar:
    """A value without parts."""

    kind: ScalarKind


@frozen
class Ref:
    """A model or an enum of the same API, by the key it has in `Api.models` or `Api.enums`."""

    key: str


@frozen
class Const:
    """Exactly one value."""

    value: str | int | bool


@frozen
class ListOf:
    """An array of items of one type."""

    item: Type


@frozen
class MapOf:
    """An object with free keys and values of one type."""

    value: Type


@frozen
class Nullable:
    """A value that may also be null."""

    inner: Type


@frozen
class UnionOf:
    """A value of one of several types; `tag` is the property, if any, whose value tells the model."""

    members: tuple[Type, ...]
    tag: SpecText | None = None
    tags: tuple[tuple[SpecText | int, str], ...] = ()
    """Each value of the tag, and the key of its model."""
    base: bool = False
    """Whether the first member is a model that the others extend: what has another tag is one of those."""

    def is_open(self, enums: Container[str]) -> bool:
        """Tell whether an object that is none of the members stays as it came: there are several models.

        Args:
            enums: the keys of the enums, which are no models.
        """
        if self.base or any(isinstance(member, MapOf) for member in self.members):
            return False
        models = [one for one in self.members if not (isinstance(one, Ref) and one.key in enums)]
        return len([one for one in models if isinstance(one, Ref | UnionOf)]) > 1


Type = Scalar | Ref | Const | ListOf | MapOf | Nullable | UnionOf

ANY = Scalar("any")


def unwrap(type_: Type) -> Type:
    """Return the type without an outer `Nullable`."""
    return type_.inner if isinstance(type_, Nullable) else type_


def unions(type_: Type) -> tuple[UnionOf, ...]:
    """Return the unions in a type, outer ones first."""
    if isinstance(type_, ListOf):
        return unions(type_.item)
    if isinstance(type_, MapOf):
        return unions(type_.value)
    if isinstance(type_, Nullable):
        return unions(type_.inner)
    if not isinstance(type_, UnionOf):
        return ()
    return (type_, *(inner for member in type_.members for inner in unions(member)))


def references(type_: Type) -> tuple[str, ...]:
    """Return the keys of all models and enums that a type names, in order of appearance."""
    if isinstance(type_, Ref):
        return (type_.key,)
    if isinstance(type_, ListOf):
        return references(type_.item)
    if isinstance(type_, MapOf):
        return references(type_.value)
    if isinstance(type_, Nullable):
        return references(type_.inner)
    if isinstance(type_, UnionOf):
        return tuple(key for member in type_.members for key in references(member))
    return ()


def distinct_references(types: Iterable[Type | None]) -> tuple[str, ...]:
    """Return the keys that several types name, each once; None names nothing."""
    return tuple(dict.fromkeys(key for type_ in types if type_ is not None for key in references(type_)))
