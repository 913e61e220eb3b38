"""What a schema means: references followed, `allOf` merged, OpenAPI 3.0 and 3.1 read alike."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from attrs import define, field

from odcgen.documents.meeting.rules import agreed, common_types, common_values, narrower
from odcgen.documents.meeting.vocabulary import (
    LOWER_BOUNDS,
    UPPER_BOUNDS,
    inferred_types,
    listed_values,
    normalized,
    own_nullable,
    own_types,
)
from odcgen.kit.json_value import as_array, as_object, is_object

from .dialect import FLAGS, LISTS, MAPS, PARTS, is_annotation, is_null
from .places import Place, Reader, strings


@define
class View:
    """A schema with everything that `allOf` and references contribute, and where each keyword stands."""

    place: Place
    types: frozenset[str] | None = None
    """The accepted types without null; None when any is."""
    nullable: bool = False
    keywords: dict[str, Any] = field(factory=dict[str, Any])
    origins: dict[str, str] = field(factory=dict[str, str])
    """The pointer of the schema that states a keyword."""
    properties: dict[str, Place] = field(factory=dict[str, Place])
    required: set[str] = field(factory=set[str])
    parts: dict[str, Place] = field(factory=dict[str, Place])
    maps: dict[str, dict[str, Place]] = field(factory=dict[str, dict[str, Place]])
    lists: dict[str, list[Place]] = field(factory=dict[str, list[Place]])
    conjuncts: list[Place] = field(factory=list[Place])
    """The schemas merged here: the own keywords, if there are any, and each branch of `allOf`."""

    def pointer(self, keyword: str) -> str:
        """Return the pointer of a keyword, of the schema itself when it does not state the keyword."""
        origin = self.origins.get(keyword)
        return self.place.pointer if origin is None else f"{origin}/{keyword}"

    @property
    def accepts_anything(self) -> bool:
        """Whether the schema limits neither the type nor the choice of values."""
        return self.types is None and not self.lists and "enum" not in self.keywords

    def flag(self, keyword: str) -> bool:
        """Tell whether a flag such as `readOnly` is set."""
        return self.keywords.get(keyword) is True


class Views:
    """Makes and keeps the views of one document."""

    def __init__(self, reader: Reader) -> None:
        self.reader: Final = reader
        self._views: Final[dict[tuple[str, int], View]] = {}

    def of(self, place: Place) -> View:
        """Return the view of the schema at a place."""
        if not self.reader.reads_siblings or len(as_object(place.node)) == 1:
            place = self.reader.resolve(place)
        key = (place.pointer, id(place.node))
        if key not in self._views:
            self._views[key] = _Merge(self.reader, place).view
        return self._views[key]

    def named(self, place: Place) -> Place | None:
        """Return the schema that this one merely refers to, None when it says anything of its own.

        A single-branch `allOf` beside nothing but flags and prose, as it is written around a reference in
        OpenAPI 3.0, is such a schema.
        """
        found: Place | None = None
        seen: set[str] = set()
        while place.pointer not in seen:
            seen.add(place.pointer)
            target = self.reader.target(place)
            if target is not None:
                if self.reader.reads_siblings and not _says_nothing(place.node, "$ref"):
                    return found
                place = found = target
            elif _says_nothing(place.node, "allOf") and len(branches := place.child("allOf").items()) == 1:
                place = branches[0]
            else:
                return found
        return None


def _says_nothing(node: object, except_for: str) -> bool:
    return all(key == except_for or key in FLAGS or is_annotation(key) for key in as_object(node))


class _Merge:
    """Merges one schema: outer statements win over inner ones, several on one level must all hold."""

    def __init__(self, reader: Reader, place: Place) -> None:
        self.view: Final = View(place)
        self._reader: Final = reader
        self._seen: Final[set[str]] = set()
        self._nullable: Final[list[tuple[int, bool]]] = []
        queue = [(place, 0)]
        while queue:
            here, depth = queue.pop(0)
            queue += ((inner, depth + 1) for inner in self._add(here, depth))
        self._conclude()

    def _add(self, place: Place, depth: int) -> list[Place]:
        """Take in the keywords of one schema and return the schemas it also has to fit."""
        self._reader.budget.spend("comparisons", 1, place.pointer)
        if place.node is False:
            self.view.parts["not"] = Place({}, place.pointer)
            return []
        node = normalized(as_object(place.node))
        inner: list[Place] = []
        target = self._reader.target(place)
        if target is not None:
            if target.pointer in self._seen:
                return []
            self._seen.add(target.pointer)
            node.pop("$ref")
            if not self._reader.reads_siblings:
                return [target]
            inner.append(target)
        branches = place.child("allOf").items()
        self._note_conjuncts(place, branches, own=target is None, depth=depth)
        for keyword in sorted(node):
            inner += self._take(keyword, node[keyword], place, depth)
        self._take_types(node, depth)
        return inner + branches

    def _note_conjuncts(self, place: Place, branches: list[Place], *, own: bool, depth: int) -> None:
        if depth and self.view.conjuncts:
            return
        if own and not _says_nothing(place.node, "allOf"):
            self.view.conjuncts.append(place)
        self.view.conjuncts += branches

    def _take(self, keyword: str, value: Any, place: Place, depth: int) -> Iterable[Place]:
        view = self.view
        if keyword == "properties":
            self._reader.budget.spend("characters", len(place.pointer) * len(as_object(value)), place.pointer)
            for name, inner in place.child(keyword).children().items():
                view.properties[name] = _both(view.properties.get(name), inner)
        elif keyword == "required":
            view.required.update(strings(value))
        elif keyword in PARTS:
            if value is False or (is_object(value) and (value or keyword in {"not", "contains"})):
                view.parts.setdefault(keyword, place.child(keyword))
        elif keyword in MAPS:
            view.maps.setdefault(keyword, {}).update(place.child(keyword).children())
        elif keyword in LISTS:
            return self._take_list(keyword, place, depth)
        elif not is_annotation(keyword) and keyword not in {"allOf", "type", "nullable"}:
            self._take_value(keyword, value, place)
        return ()

    def _take_list(self, keyword: str, place: Place, depth: int) -> list[Place]:
        """Keep alternatives; one that is only null makes the rest nullable, and a single one must hold."""
        alternatives = place.child(keyword).items()
        if keyword != "prefixItems":
            kept = [item for item in alternatives if not is_null(self._reader.resolve(item).node)]
            if len(kept) < len(alternatives):
                self._nullable.append((depth, True))
            alternatives = kept
            if len(alternatives) == 1:
                return alternatives
        if alternatives:
            self.view.lists.setdefault(keyword, []).extend(alternatives)
        return []

    def _take_value(self, keyword: str, value: Any, place: Place) -> None:
        keywords = self.view.keywords
        if keyword in keywords:
            if keyword in UPPER_BOUNDS | LOWER_BOUNDS:
                value = narrower(keyword, keywords[keyword], value)
            elif keyword == "enum":
                value = common_values(keywords[keyword], as_array(value))
            elif keyword not in FLAGS or value is not True:
                return
        keywords[keyword] = value
        self.view.origins[keyword] = place.pointer

    def _take_types(self, node: Any, depth: int) -> None:
        self.view.types = common_types(self.view.types, own_types(node))
        nullable = own_nullable(node)
        if nullable is not None:
            self._nullable.append((depth, nullable))

    def _conclude(self) -> None:
        view = self.view
        outermost = min((depth for depth, _ in self._nullable), default=0)
        statements = [nullable for depth, nullable in self._nullable if depth == outermost]
        view.nullable = agreed(statements) is True
        if "enum" in view.keywords:
            view.keywords["enum"] = [value for value in view.keywords["enum"] if value is not None]
        if view.types is None:
            speaks_of = {
                *view.keywords,
                *view.parts,
                *view.maps,
                *(["properties"] if view.properties else []),
            }
            view.types = inferred_types(speaks_of, listed_values(view.keywords))


def _both(first: Place | None, second: Place) -> Place:
    if first is None or first.node == second.node:
        return second
    return Place({"allOf": [first.node, second.node]}, first.pointer)
