"""Names of media types, and which of two is the more general."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

from odcgen.kit.json_value import as_object

from .places import Place


class Relation(Enum):
    """How a media type relates to the one it replaced."""

    PARAMETERS = auto()
    GENERAL = auto()
    SPECIAL = auto()


class Content(NamedTuple):
    """One media type of a body."""

    name: str
    place: Place

    @property
    def schema(self) -> Place | None:
        """The schema, None when the media type has none."""
        place = self.place.child("schema")
        return None if place.node is None else place


def contents(owner: Place) -> dict[str, Content]:
    """Return the media types of a body by their canonical names."""
    place = owner.child("content")
    return {canonical(name): Content(name, place.child(name)) for name in sorted(as_object(place.node))}


def canonical(name: str) -> str:
    """Return a media type as it compares: type and parameter names are case-insensitive."""
    bare, *parameters = (part.strip() for part in name.split(";"))
    return ";".join([bare.lower(), *sorted(_parameter(parameter) for parameter in parameters if parameter)])


def is_json(name: str) -> bool:
    """Tell whether a media type is JSON, which tells a number from a string."""
    bare = canonical(name).partition(";")[0]
    return bare.partition("/")[2] == "json" or bare.endswith("+json")


def replacements(removed: list[str], added: list[str]) -> Iterator[tuple[str, str, Relation]]:
    """Yield (old, new, relation) of the media types that took the place of one another; each name once."""
    left = list(added)
    for old in removed:
        for new in left:
            if (relation := _relation(old, new)) is not None:
                left.remove(new)
                yield old, new, relation
                break


def _relation(old: str, new: str) -> Relation | None:
    before, after = old.partition(";")[0], new.partition(";")[0]
    if before == after:
        return Relation.PARAMETERS
    if _contains(after, before):
        return Relation.GENERAL
    return Relation.SPECIAL if _contains(before, after) else None


def _contains(general: str, special: str) -> bool:
    """Tell whether `special` is of the kind `general`: by a wildcard, or by its suffix (`problem+json`)."""
    kind, _, subtype = general.partition("/")
    special_kind, _, special_subtype = special.partition("/")
    if kind == "*" or kind != special_kind:
        return kind == "*"
    return subtype == "*" or special_subtype.endswith(f"+{subtype.removeprefix('*+')}")


def _parameter(text: str) -> str:
    name, equals, value = text.partition("=")
    return f"{name.strip().lower()}{equals}{value.strip()}"
