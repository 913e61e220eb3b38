"""Compares two schemas by meaning, each pair of named schemas once.

What is found in a pair of component schemas is kept with the pairs it refers to. So a schema that many
operations share is compared once, a recursive one ends, and the findings of an operation are gathered by
walking those links.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from attrs import define, field

from odcgen.diff.report import Finding
from odcgen.diff.rules import Effect, is_documentation
from odcgen.documents.meeting.rules import identity

from .alternatives import Branches
from .changes import Change, Spot, finding
from .dialect import ARRAY
from .keywords import enum_changes, keyword_changes
from .lifecycle import Lifecycle, deprecation
from .parts import compare_parts
from .places import Place, Reader, component_name
from .properties import compare_properties
from .value_types import disjoint, scalar_types, type_changes
from .views import View, Views

_LEVELS: Final = ("info", "warning", "error")

_Key = tuple[str, str, str, bool]
_Work = list[tuple[Place, Place, Spot]]


class Link(NamedTuple):
    """A pair of named schemas at one kind of spot."""

    old: Place
    new: Place
    location: str
    typed: bool

    @property
    def key(self) -> _Key:
        """What tells one comparison from another."""
        return self.old.pointer, self.new.pointer, self.location, self.typed


@define
class Outcome:
    """What the comparison of one pair found, and which pairs it leads to."""

    findings: list[Finding] = field(factory=list[Finding])
    links: list[Link] = field(factory=list[Link])


class SchemaComparison:
    """Compares schemas of two documents and remembers each pair."""

    def __init__(self, old: Reader, new: Reader) -> None:
        self._budget: Final = new.budget
        self._views: Final = (Views(old), Views(new))
        self._branches: Final = Branches(*self._views)
        self._outcomes: Final[dict[_Key, Outcome]] = {}
        self._met: Final[set[tuple[str, str]]] = set()

    def findings(self, old: Place, new: Place, spot: Spot) -> Iterator[Finding]:
        """Yield every difference between two schemas and all that they refer to, each place once."""
        told: set[tuple[str, str]] = set()
        reached: set[_Key] = set()
        queue = deque([self._compare(old, new, spot)])
        while queue:
            outcome = queue.popleft()
            self._budget.spend("comparisons", 1 + len(outcome.links), new.pointer)
            for found in outcome.findings:
                if (found.id, found.pointer) not in told:
                    told.add((found.id, found.pointer))
                    yield found
            for link in outcome.links:
                if link.key not in reached:
                    reached.add(link.key)
                    queue.append(self._linked(link))

    def repeatable_findings(self, old: Place, new: Place, spot: Spot) -> Iterator[Finding]:
        """Compare schemas of what is written once for each item, so that one value is a list of one."""
        before, after = self._views[0].of(old), self._views[1].of(new)
        if scalar_types(before) is None or after.types != ARRAY:
            yield from self.findings(old, new, spot)
            return
        change = Change("type-generalized", Effect.WIDENS, after.pointer("type"), "may now be repeated")
        yield from _found([change], spot)
        yield from self.findings(old, after.parts.get("items", Place({}, after.place.pointer)), spot)

    def types(self, old: Place, new: Place) -> frozenset[str] | None:
        """Return the types that either of two schemas accepts, None when one of them accepts any."""
        before, after = self._views[0].of(old).types, self._views[1].of(new).types
        return None if before is None or after is None else before | after

    def met_names(self) -> set[tuple[str, str]]:
        """Return the pairs of component names of which one stands where the other stood."""
        pairs = {(component_name(old), component_name(new)) for old, new in self._met}
        return {(old, new) for old, new in pairs if old is not None and new is not None}

    def alike(self, old: Place, new: Place) -> bool:
        """Tell whether two schemas have the same properties, or as scalars the same type."""
        before, after = self._views[0].of(old), self._views[1].of(new)
        return before.types == after.types and before.properties.keys() == after.properties.keys()

    def shape(self, place: Place, side: int) -> object:
        """Return what two schemas that mean the same have in common at first sight."""
        view = self._views[side].of(place)
        values = frozenset(map(identity, view.keywords.get("enum", ())))
        return view.types, frozenset(view.properties), values

    def same(self, old: Place, new: Place) -> bool:
        """Tell whether two schemas mean the same in a request as in an answer."""
        spots = (Spot(location, "") for location in ("request-property", "response-property"))
        return not any(True for spot in spots for _ in self.findings(old, new, spot))

    def _linked(self, link: Link) -> Outcome:
        """Compare two named schemas, once for each kind of spot they stand at."""
        if link.key not in self._outcomes:
            name = component_name(link.new.pointer) or link.new.pointer
            spot = Spot(link.location, name, link.typed)
            self._outcomes[link.key] = self._compare(link.old, link.new, spot, is_link=True)
        return self._outcomes[link.key]

    def _compare(self, old: Place, new: Place, spot: Spot, *, is_link: bool = False) -> Outcome:
        """Compare two schemas down to the pairs of named schemas that they refer to."""
        outcome = Outcome()
        work: _Work = [(old, new, spot)]
        seen: set[tuple[str, str, str]] = set()
        while work:
            before, after, here = work.pop()
            key = (before.pointer, after.pointer, here.location)
            if key in seen:
                continue
            seen.add(key)
            views = self._views[0].of(before), self._views[1].of(after)
            if not is_link:
                # Whether null is let through depends on what stands around a reference: it is judged there.
                outcome.findings += _found(_nullability(*views, after), here)
                if (link := self._link(before, after, here)) is not None:
                    outcome.links.append(link)
                    continue
            is_link = False
            outcome.findings += self._differences(*views, here, work)
        return outcome

    def _link(self, old: Place, new: Place, spot: Spot) -> Link | None:
        before, after = self._views[0].named(old), self._views[1].named(new)
        if before is None or after is None:
            return None
        self._met.add((before.pointer, after.pointer))
        return Link(before, after, spot.location, spot.typed)

    def _differences(self, old: View, new: View, spot: Spot, work: _Work) -> list[Finding]:
        """Return the findings of this very pair of schemas and leave the pairs inside it to `work`."""
        alternatives = self._branches.alternatives(old, new, spot)
        work += ((one, other, spot.below("")) for one, other in alternatives.pairs)
        if alternatives.complete:
            return list(_found(alternatives.changes, spot))
        changes = [*alternatives.changes, *type_changes(old, new, spot), *enum_changes(old, new)]
        changes += _lifecycle(old, new, spot)
        if (old.types is None) != (new.types is None) or disjoint(old, new):
            # The type says it all; what else differs would only repeat it.
            return list(_found(changes, spot))
        changes += keyword_changes(old, new)
        changes += compare_parts(old, new, spot, work)
        tuples = self._branches.prefix_items(old, new)
        work += ((one, other, spot.below("[]")) for one, other in tuples.pairs)
        properties = compare_properties(old, new, self._views, spot)
        work += properties.pairs
        found = [*_found([*changes, *tuples.changes], spot), *properties.findings]
        return found + _consequential(_found(self._branches.conjuncts(old, new), spot), found)


def _found(changes: Iterable[Change], spot: Spot) -> Iterator[Finding]:
    return (found for change in changes if (found := finding(change, spot)) is not None)


def _nullability(old: View, new: View, place: Place) -> Iterator[Change]:
    if old.nullable == new.nullable or old.accepts_anything or new.accepts_anything:
        return
    if new.nullable:
        yield Change("became-nullable", Effect.WIDENS, place.pointer, "may now be null")
    else:
        yield Change("became-not-nullable", Effect.NARROWS, place.pointer, "may no longer be null")


def _lifecycle(old: View, new: View, spot: Spot) -> Iterator[Change]:
    """Yield the deprecation of a whole schema; a property's is told with the property."""
    if spot.is_root:
        yield from deprecation(Lifecycle.of(old.keywords), Lifecycle.of(new.keywords), new.place.pointer)


def _consequential(branches: Iterable[Finding], found: list[Finding]) -> list[Finding]:
    """Keep the findings about `allOf` with consequences as grave; without any, it was only written anew."""
    worst = max((_LEVELS.index(one.level) for one in found), default=-1)
    return [one for one in branches if is_documentation(one.id) or _LEVELS.index(one.level) <= worst]
