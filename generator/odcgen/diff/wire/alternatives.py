"""Changes of `oneOf`, `anyOf`, `allOf` and `prefixItems`: which branch is which, which came, which went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from odcgen.diff.rules import Effect
from odcgen.documents.meeting.rules import identity
from odcgen.kit.json_value import as_object

from .changes import Change, Spot
from .dialect import OBJECT, is_annotation
from .places import Place, component_name
from .value_types import covered, scalar_types
from .views import View, Views

_NAMES: Final = {"oneOf": "one-of", "anyOf": "any-of"}
_COMBINED: Final = 2


class Pairing(NamedTuple):
    """Which items of two lists belong together, and which have no partner."""

    pairs: list[tuple[Place, Place]]
    removed: list[Place]
    added: list[Place]


class Alternatives(NamedTuple):
    """What became of the alternatives: changes, pairs still to compare, and whether that tells everything."""

    changes: list[Change]
    pairs: list[tuple[Place, Place]]
    complete: bool


class Branches:
    """Compares the branches of combined schemas of two documents."""

    def __init__(self, old: Views, new: Views) -> None:
        self._old: Final = old
        self._new: Final = new

    def alternatives(self, old: View, new: View, spot: Spot) -> Alternatives:
        """Compare `oneOf` and `anyOf`, also where only one side has them."""
        before, after = alternatives_of(old), alternatives_of(new)
        if not before and not after:
            return Alternatives([], [], complete=False)
        complete = not before or not after
        if complete:
            if (lists := self._list_of_types(old, new, spot)) is not None:
                return Alternatives(lists, [], complete)
            if "oneOf" in new.lists and spot.is_root and self._wraps(old, new):
                text = "the object became one of several alternatives"
                change = Change("wrapped-in-one-of", Effect.UNKNOWN, new.pointer("oneOf"), text)
                return Alternatives([change], [], complete)
        pairing = self._pair(before or [old.place], after or [new.place])
        kind = _kind((before or after)[0])
        changes = [
            Change(f"{_kind(item) or kind}-{verb}", effect, item.pointer, f"alternative {_name(view)} {verb}")
            for verb, effect, items, views in (
                ("removed", Effect.NARROWS, pairing.removed, self._old),
                ("added", Effect.WIDENS, pairing.added, self._new),
            )
            for item in items
            for view in [views.of(item)]
        ]
        return Alternatives(changes, pairing.pairs, complete)

    def conjuncts(self, old: View, new: View) -> Iterator[Change]:
        """Yield which branches of `allOf` came and went, whatever that means for the values."""
        if max(len(old.conjuncts), len(new.conjuncts)) < _COMBINED:
            return
        before, after = self._by_meaning(self._old, old), self._by_meaning(self._new, new)
        for verb, effect, one, other, view in (
            ("removed", Effect.WIDENS, before, after, old),
            ("added", Effect.NARROWS, after, before, new),
        ):
            for key in sorted(one.keys() - other.keys()):
                branch = one[key]
                if branch.place.pointer != view.place.pointer:
                    name = f"all-of-{verb}" if _says_something(branch) else f"all-of-{verb}-annotation-only"
                    yield Change(name, effect, branch.place.pointer, f"part {_name(branch)} {verb}")

    def prefix_items(self, old: View, new: View) -> Alternatives:
        """Compare the items of a tuple, by position."""
        before, after = old.lists.get("prefixItems", []), new.lists.get("prefixItems", [])
        changes = [
            Change(f"prefix-items-{verb}", effect, item.pointer, f"item {_name(views.of(item))} {verb}")
            for verb, effect, items, views in (
                ("removed", Effect.NARROWS, before[len(after) :], self._old),
                ("added", Effect.WIDENS, after[len(before) :], self._new),
            )
            for item in items
        ]
        return Alternatives(changes, list(zip(before, after, strict=False)), complete=False)

    def _list_of_types(self, old: View, new: View, spot: Spot) -> list[Change] | None:
        """Compare a scalar with a choice of scalars as the sets of types they are."""
        before, after = self._type_set(self._old, old), self._type_set(self._new, new)
        if before is None or after is None:
            return None
        gone = sorted(one for one in before if not covered(one, after))
        come = sorted(one for one in after if not covered(one, before))
        if not gone and not come:
            return []
        # A list that both lost and gained types is judged by what does harm at this spot.
        if gone and (spot.in_request or not come):
            name, effect, text = "list-of-types-narrowed", Effect.NARROWS, f"no longer {' or '.join(gone)}"
        else:
            name, effect, text = "list-of-types-widened", Effect.WIDENS, f"may also be {' or '.join(come)}"
        return [Change(name, effect, new.place.pointer, text)]

    def _type_set(self, views: Views, view: View) -> frozenset[str] | None:
        alternatives = [views.of(item) for item in alternatives_of(view)]
        if not alternatives:
            return scalar_types(view)
        found: set[str] = set()
        for inner in alternatives:
            types = scalar_types(inner)
            if types is None or inner.keywords.keys() - {"format"}:
                return None
            found |= types
        return frozenset(found)

    def _wraps(self, old: View, new: View) -> bool:
        alternatives = [self._new.of(item) for item in new.lists["oneOf"]]
        return bool(old.properties) and all(view.types == OBJECT for view in alternatives)

    def _pair(self, before: Sequence[Place], after: Sequence[Place]) -> Pairing:
        """Pair by name, then by equal text, then by likeness."""
        pairs: list[tuple[Place, Place]] = []
        old_left, new_left = list(before), list(after)
        for likeness in (self._same_name, self._same_text, self._same_shape, self._alike):
            unpaired: list[Place] = []
            for old in old_left:
                self._new.reader.budget.spend("comparisons", len(new_left), old.pointer)
                index = next((index for index, new in enumerate(new_left) if likeness(old, new)), None)
                if index is None:
                    unpaired.append(old)
                else:
                    pairs.append((old, new_left.pop(index)))
            old_left = unpaired
        return Pairing(pairs, old_left, new_left)

    def _same_name(self, old: Place, new: Place) -> bool:
        before, after = self._old.named(old), self._new.named(new)
        return before is not None and after is not None and before.pointer == after.pointer

    def _same_text(self, old: Place, new: Place) -> bool:
        return bool(old.node == new.node)

    def _same_shape(self, old: Place, new: Place) -> bool:
        before, after = self._old.of(old), self._new.of(new)
        return before.types == after.types and before.properties.keys() == after.properties.keys()

    def _alike(self, old: Place, new: Place) -> bool:
        before, after = self._old.of(old), self._new.of(new)
        shared = len(before.properties.keys() & after.properties.keys())
        most = max(len(before.properties), len(after.properties))
        return before.types == after.types and 2 * shared > most

    def _by_meaning(self, views: Views, view: View) -> dict[str, View]:
        found: dict[str, View] = {}
        for place in view.conjuncts:
            target = views.named(place)
            if target is not None:
                found[target.pointer] = views.of(target)
            elif place.pointer == view.place.pointer:
                found[place.pointer] = view
            else:
                found[identity(place.node)] = views.of(place)
        return found


def alternatives_of(view: View) -> list[Place]:
    """Return the alternatives of a schema; none of one that has no choice."""
    return [*view.lists.get("oneOf", ()), *view.lists.get("anyOf", ())]


def _says_something(view: View) -> bool:
    return any(not is_annotation(key) for key in as_object(view.place.node))


def _kind(alternative: Place) -> str | None:
    """Return the rule name of the keyword that an alternative stands under."""
    return _NAMES.get(alternative.pointer.rpartition("/")[0].rpartition("/")[2])


def _name(view: View) -> str:
    """Name a schema without quoting its prose."""
    if name := component_name(view.place.pointer):
        return name
    types = " or ".join(sorted(view.types)) if view.types else "any type"
    return f"{types} with {', '.join(sorted(view.properties))}" if view.properties else types
