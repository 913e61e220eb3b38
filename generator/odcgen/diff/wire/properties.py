"""Changes of an object's properties: which came and went, who requires them, who may read or write them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from odcgen.diff.names import compare_names, recasings
from odcgen.diff.report import Finding
from odcgen.diff.rules import Effect

from .changes import Change, Need, Spot, finding, recased
from .lifecycle import Lifecycle, deprecation
from .places import Place
from .views import View, Views

_FLAGS: Final = {"readOnly": "read-only", "writeOnly": "write-only"}


class Property(NamedTuple):
    """A property on one side: its place, its meaning and whether it is required."""

    name: str
    place: Place
    view: View
    need: Need


class Properties(NamedTuple):
    """What became of the properties: findings, and the pairs whose schemas are still to compare."""

    findings: list[Finding]
    pairs: list[tuple[Place, Place, Spot]]


def compare_properties(old: View, new: View, views: tuple[Views, Views], spot: Spot) -> Properties:
    """Compare the properties of two objects."""
    before, after = _properties(old, views[0]), _properties(new, views[1])
    names, recasing = recasings(compare_names(before, after))
    result = Properties([], [])
    for name in names.removed:
        _add(result, _removed(before[name]), _guarded(before[name], spot.below(f".{name}")))
    for name in names.added:
        _add(result, _added(after[name], spot), _guarded(after[name], spot.below(f".{name}")))
    for name in names.kept:
        _compare(before[name], after[name], spot.below(f".{name}"), result)
    for name, new_name in recasing.items():
        here = spot.below(f".{new_name}")
        result.findings.append(_case_change(before[name], after[new_name], here))
        _compare(before[name], after[new_name], here, result)
    return result


def _compare(old: Property, new: Property, spot: Spot, result: Properties) -> None:
    guarded = _guarded(new, spot)
    lives = Lifecycle.of(old.view.keywords), Lifecycle.of(new.view.keywords)
    for change in (*_flags(old, new), *deprecation(*lives, new.place.pointer)):
        _add(result, change, spot)
    # How grave a new spelling is was already judged by who requires the property.
    if old.need != new.need and old.name == new.name:
        _add(result, _need_change(new, spot), guarded)
    result.pairs.append((old.place, new.place, guarded))


def _properties(view: View, views: Views) -> dict[str, Property]:
    return {
        name: Property(name, place, views.of(place), "required" if name in view.required else "optional")
        for name, place in view.properties.items()
    }


def _add(result: Properties, change: Change, spot: Spot) -> None:
    if (found := finding(change, spot)) is not None:
        result.findings.append(found)


def _guarded(item: Property, spot: Spot) -> Spot:
    """Return the spot for what is never sent (read-only) or never received (write-only)."""
    if spot.location == "request-property" and item.view.flag("readOnly"):
        return spot.at("request-read-only-property")
    if spot.location == "response-property" and item.view.flag("writeOnly"):
        return spot.at("response-write-only-property")
    return spot


def _removed(item: Property) -> Change:
    return Change(f"removed-{item.need}", Effect.WIDENS, item.place.pointer, f"{item.need} property removed")


def _added(item: Property, spot: Spot) -> Change:
    effect = Effect.NARROWS if item.need == "required" else Effect.NONE
    return Change(_need_name("added", item, spot), effect, item.place.pointer, f"{item.need} property added")


def _need_change(new: Property, spot: Spot) -> Change:
    effect = Effect.NARROWS if new.need == "required" else Effect.WIDENS
    return Change(_need_name("became", new, spot), effect, new.place.pointer, f"now {new.need}")


def _need_name(verb: str, item: Property, spot: Spot) -> str:
    has_default = item.need == "required" and spot.in_request and "default" in item.view.keywords
    return f"{verb}-{item.need}{'-with-default' if has_default else ''}"


def _flags(old: Property, new: Property) -> Iterator[Change]:
    for flag, name in _FLAGS.items():
        if old.view.flag(flag) != new.view.flag(flag):
            verb = "became" if new.view.flag(flag) else "became-not"
            text = f"now {name}" if new.view.flag(flag) else f"no longer {name}"
            yield Change(f"{verb}-{name}-{new.need}", Effect.NONE, new.place.pointer, text)


def _case_change(old: Property, new: Property, spot: Spot) -> Finding:
    """Tell of a case change as gravely as of the removal or the addition that it is to a JSON parser."""
    side = "request" if spot.in_request else "response"
    grave = (new if spot.in_request else old).need == "required"
    change = Change("case-changed", Effect.UNKNOWN, new.place.pointer, f"was spelled {old.name}")
    return recased(f"{side}-property-case-changed", "error" if grave else "warning", change, spot)
