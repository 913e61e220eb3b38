"""Changes of the keywords that hold plain values: one table row a keyword, one function a kind of keyword."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, NamedTuple

from odcgen.diff.rules import Effect
from odcgen.documents.meeting.rules import identity
from odcgen.documents.meeting.vocabulary import LOWER_BOUNDS, UPPER_BOUNDS
from odcgen.documents.pointer import escape
from odcgen.kit.json_value import Json, as_array, as_object

from .changes import Change
from .places import show, strings, text_of
from .views import View

_MOST_SHOWN: Final = 12
_ANY_TEXT: Final = frozenset({".*", "^.*$", "^.*", ".*$", ""})


class Bound(NamedTuple):
    """A numeric limit: its keyword, its name in rule ids, and what its absence amounts to."""

    keyword: str
    name: str
    absent: float | None = None


_BOUNDS: Final = (
    Bound("maximum", "max"),
    Bound("minimum", "min"),
    Bound("exclusiveMaximum", "exclusive-max"),
    Bound("exclusiveMinimum", "exclusive-min"),
    Bound("maxLength", "max-length"),
    Bound("minLength", "min-length", 0),
    Bound("maxItems", "max-items"),
    Bound("minItems", "min-items"),
    Bound("maxProperties", "max-properties"),
    Bound("minProperties", "min-properties"),
    Bound("maxContains", "max-contains", float("inf")),
    Bound("minContains", "min-contains", 1),
)
_VALUES: Final = {
    # keyword: name, then the effect of a value added, removed and changed
    "const": ("const", Effect.NARROWS, Effect.WIDENS, Effect.UNKNOWN),
    "default": ("default-value", Effect.NONE, Effect.NONE, Effect.NONE),
    "multipleOf": ("multiple-of", Effect.NARROWS, Effect.WIDENS, Effect.UNKNOWN),
    "pattern": ("pattern", Effect.NARROWS, Effect.WIDENS, Effect.UNKNOWN),
    "uniqueItems": ("unique-items", Effect.NARROWS, Effect.WIDENS, Effect.UNKNOWN),
}
_ENCODINGS: Final = {"contentEncoding": "content-encoding", "contentMediaType": "content-media-type"}
_ELSEWHERE: Final = frozenset({"enum", "format", "x-sunset", "readOnly", "writeOnly", "deprecated"})


def keyword_changes(old: View, new: View) -> Iterator[Change]:
    """Yield the changes of all keywords but type, format and those that hold schemas."""
    told = {*_ELSEWHERE, *_VALUES, *_ENCODINGS, *_SPECIAL, *(bound.keyword for bound in _BOUNDS)}
    for bound in _BOUNDS:
        yield from _bound(bound, old, new)
    for keyword in sorted((old.keywords.keys() | new.keywords.keys()) - told):
        # No rule knows such a keyword; a finding too many is better than a difference passed over.
        yield from _any_change(keyword, "keyword", old, new)
    for keyword in _VALUES:
        yield from _value(keyword, old, new)
    for keyword, name in _ENCODINGS.items():
        yield from _any_change(keyword, name, old, new)
    for keyword, special in _SPECIAL.items():
        if old.keywords.get(keyword) != new.keywords.get(keyword):
            yield from special(old, new)


def enum_changes(old: View, new: View) -> Iterator[Change]:
    """Yield what was added to and removed from the allowed values."""
    before, after = old.keywords.get("enum"), new.keywords.get("enum")
    pointer = _place("enum", old, new)
    if before is None or after is None:
        if after is not None:
            yield Change("became-enum", Effect.NARROWS, pointer, f"only {_listed(after)} allowed")
        elif before is not None:
            yield Change("became-not-enum", Effect.WIDENS, pointer, "no longer limited to a list of values")
        return
    if removed := _missing(before, after):
        yield Change("enum-value-removed", Effect.NARROWS, pointer, f"{_listed(removed)} no longer a value")
    if added := _missing(after, before):
        yield Change("enum-value-added", Effect.WIDENS, pointer, f"new value {_listed(added)}")


def _bound(bound: Bound, old: View, new: View) -> Iterator[Change]:
    before = old.keywords.get(bound.keyword, bound.absent)
    after = new.keywords.get(bound.keyword, bound.absent)
    if before == after:
        return
    upper = bound.keyword in UPPER_BOUNDS
    assert upper or bound.keyword in LOWER_BOUNDS  # noqa: S101 - a slip in the table above
    if before is None:
        verb, effect = "set", Effect.NARROWS
    elif after is None:
        verb, effect = "unset", Effect.WIDENS
    else:
        verb = "increased" if after > before else "decreased"
        effect = Effect.WIDENS if (after > before) is upper else Effect.NARROWS
    text = _became(bound.keyword, old.keywords.get(bound.keyword), new.keywords.get(bound.keyword))
    yield Change(f"{bound.name}-{verb}", effect, _place(bound.keyword, old, new), text)


def _value(keyword: str, old: View, new: View) -> Iterator[Change]:
    name, added, removed, changed = _VALUES[keyword]
    pointer = _place(keyword, old, new)
    if keyword not in old.keywords:
        if keyword in new.keywords:
            yield Change(f"{name}-added", added, pointer, f"{keyword} {show(new.keywords[keyword])} added")
        return
    before = old.keywords[keyword]
    if keyword not in new.keywords:
        yield Change(f"{name}-removed", removed, pointer, f"{keyword} {show(before)} removed")
        return
    after = new.keywords[keyword]
    if identity(before) != identity(after):
        general = keyword == "pattern" and after in _ANY_TEXT
        verb, effect = ("generalized", Effect.WIDENS) if general else ("changed", changed)
        yield Change(f"{name}-{verb}", effect, pointer, _became(keyword, before, after))


def _any_change(keyword: str, name: str, old: View, new: View) -> Iterator[Change]:
    before, after = old.keywords.get(keyword), new.keywords.get(keyword)
    if identity(before) != identity(after):
        text = _became(keyword, before, after)
        yield Change(f"{name}-changed", Effect.UNKNOWN, _place(keyword, old, new), text)


def _extensible_enum(old: View, new: View) -> Iterator[Change]:
    keyword = "x-extensible-enum"
    before, after = (as_array(view.keywords.get(keyword)) for view in (old, new))
    if removed := _missing(before, after):
        text = f"{_listed(removed)} no longer a value"
        yield Change(f"{keyword}-value-removed", Effect.NARROWS, _place(keyword, old, new), text)


def _discriminator(old: View, new: View) -> Iterator[Change]:
    keyword, pointer = "discriminator", _place("discriminator", old, new)
    if keyword not in old.keywords or keyword not in new.keywords:
        verb = "added" if keyword in new.keywords else "removed"
        yield Change(f"{keyword}-{verb}", Effect.NONE, pointer, f"discriminator {verb}")
        return
    before, after = as_object(old.keywords[keyword]), as_object(new.keywords[keyword])
    names = before.get("propertyName"), after.get("propertyName")
    if names[0] != names[1]:
        text = _became("property name", *names)
        yield Change(f"{keyword}-property-name-changed", Effect.NONE, pointer, text)
    yield from _mapping(as_object(before.get("mapping")), as_object(after.get("mapping")), pointer)


def _mapping(before: Json, after: Json, pointer: str) -> Iterator[Change]:
    for verb, keys in (("deleted", before.keys() - after.keys()), ("added", after.keys() - before.keys())):
        if keys:
            text = f"discriminator values {_listed(sorted(keys))} {verb}"
            yield Change(f"discriminator-mapping-{verb}", Effect.NONE, pointer, text)
    for key in sorted(before.keys() & after.keys()):
        if text_of(before[key]) != text_of(after[key]):
            text = f"discriminator value {show(key)} stands for another schema"
            place = f"{pointer}/mapping/{escape(key)}"
            yield Change("discriminator-mapping-changed", Effect.NONE, place, text)


def _dependent_required(old: View, new: View) -> Iterator[Change]:
    keyword, name = "dependentRequired", "dependent-required"
    before, after = as_object(old.keywords.get(keyword)), as_object(new.keywords.get(keyword))
    for key in sorted(before.keys() | after.keys()):
        needs = [set(strings(side.get(key))) for side in (before, after)]
        if needs[0] == needs[1]:
            continue
        verb, effect = "changed", Effect.UNKNOWN
        if key not in before:
            verb, effect = "added", Effect.NARROWS
        elif key not in after:
            verb, effect = "removed", Effect.WIDENS
        text = f"what {show(key)} requires {verb}"
        yield Change(f"{name}-{verb}", effect, f"{_place(keyword, old, new)}/{escape(key)}", text)


_SPECIAL: Final[dict[str, Callable[[View, View], Iterator[Change]]]] = {
    "dependentRequired": _dependent_required,
    "discriminator": _discriminator,
    "x-extensible-enum": _extensible_enum,
}


def _place(keyword: str, old: View, new: View) -> str:
    stated = keyword in new.keywords or keyword not in old.keywords
    return new.pointer(keyword) if stated else old.pointer(keyword)


def _became(keyword: str, before: object, after: object) -> str:
    if before is None:
        return f"{keyword} set to {show(after)}"
    if after is None:
        return f"{keyword} {show(before)} removed"
    return f"{keyword} changed from {show(before)} to {show(after)}"


def _missing(values: Iterable[Any], others: Iterable[Any]) -> list[Any]:
    known = set(map(identity, others))
    return [value for value in values if identity(value) not in known]


def _listed(values: Iterable[Any]) -> str:
    shown = [show(value) for value in values]
    more = len(shown) - _MOST_SHOWN
    return ", ".join(shown) if more <= 0 else f"{', '.join(shown[:_MOST_SHOWN])} and {more} more"
