"""Changes of the keywords that hold schemas: which came, which went, and which are still to compare."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from odcgen.diff.names import compare_names
from odcgen.diff.rules import Effect
from odcgen.documents.meeting.rules import identity

from .changes import Change, Spot
from .places import Place, show
from .views import View

_NAMES: Final = {
    "contentSchema": "content-schema",
    "dependentSchemas": "dependent-schema",
    "patternProperties": "pattern-property",
    "propertyNames": "property-names",
    "unevaluatedItems": "unevaluated-items",
    "unevaluatedProperties": "unevaluated-properties",
}
"""The names that keywords have in rule ids, where not their own."""
_STEPS: Final = {"items": "[]", "additionalProperties": "{}"}
_OPAQUE: Final = frozenset({"if", "not"})
"""What does not accept more when the schema inside does."""
_ADDITIONAL: Final[dict[tuple[bool | None, bool | None], tuple[str, Effect]]] = {
    # from and to: nothing said, forbidden (False), of one schema (True)
    (None, False): ("forbidden", Effect.NARROWS),
    (True, False): ("forbidden", Effect.NARROWS),
    (False, None): ("allowed", Effect.WIDENS),
    (False, True): ("allowed", Effect.WIDENS),
    (None, True): ("typed", Effect.NARROWS),
    (True, None): ("untyped", Effect.WIDENS),
}


def compare_parts(
    old: View, new: View, spot: Spot, work: list[tuple[Place, Place, Spot]]
) -> Iterator[Change]:
    """Yield the schemas that came or went, and leave the pairs that stayed to `work`."""
    for keyword in sorted(old.parts.keys() | new.parts.keys()):
        before, after = old.parts.get(keyword), new.parts.get(keyword)
        if before is None or after is None or False in (before.node, after.node):
            yield from _part(keyword, before, after)
        elif keyword not in _OPAQUE:
            work.append((before, after, spot.below(_STEPS.get(keyword, f" ({keyword})"))))
        elif identity(before.node) != identity(after.node):
            yield Change(f"{keyword}-changed", Effect.UNKNOWN, after.pointer, f"{keyword} changed")
    for keyword in sorted(old.maps.keys() | new.maps.keys()):
        yield from _map(keyword, old.maps.get(keyword, {}), new.maps.get(keyword, {}), spot, work)


def _part(keyword: str, before: Place | None, after: Place | None) -> Iterator[Change]:
    was, now = (None if side is None else side.node is not False for side in (before, after))
    pointer = (after or before or Place(None, "")).pointer
    if was == now:
        return
    if keyword == "additionalProperties":
        verb, effect = _ADDITIONAL[was, now]
        yield Change(f"additional-properties-{verb}", effect, pointer, f"further properties {verb}")
        return
    verb, effect = "changed", Effect.UNKNOWN
    if was is None:
        verb, effect = "added", Effect.NARROWS
    elif now is None:
        verb, effect = "removed", Effect.WIDENS
    yield Change(f"{_NAMES.get(keyword, keyword)}-{verb}", effect, pointer, f"{keyword} {verb}")


def _map(
    keyword: str,
    before: dict[str, Place],
    after: dict[str, Place],
    spot: Spot,
    work: list[tuple[Place, Place, Spot]],
) -> Iterator[Change]:
    names = compare_names(before, after)
    for name in names.removed:
        yield _entry(keyword, "removed", Effect.WIDENS, name, before[name])
    for name in names.added:
        yield _entry(keyword, "added", Effect.NARROWS, name, after[name])
    work += ((before[name], after[name], spot.below(f" ({keyword} {show(name)})")) for name in names.kept)


def _entry(keyword: str, verb: str, effect: Effect, name: str, place: Place) -> Change:
    return Change(f"{_NAMES[keyword]}-{verb}", effect, place.pointer, f"{keyword} {show(name)} {verb}")
