"""Changes of answers: their statuses, headers and media types."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from odcgen.diff.names import compare_names
from odcgen.diff.report import Finding, wire
from odcgen.kit.json_value import as_object

from .bodies import content_findings
from .changes import Spot
from .media_types import Relation, contents, is_json, replacements
from .operations import Operation
from .places import Place, Reader
from .schemas import SchemaComparison

_REPLACED: Final = {
    Relation.PARAMETERS: ("response-media-type-name-changed", "changed its parameters"),
    Relation.GENERAL: ("response-media-type-name-generalized", "became more general"),
    Relation.SPECIAL: ("response-media-type-name-specialized", "became more specific"),
}


class ResponseComparison:
    """Compares the answers of paired operations."""

    def __init__(self, old: Reader, new: Reader, schemas: SchemaComparison) -> None:
        self._readers: Final = (old, new)
        self._schemas: Final = schemas

    def findings(self, old: Operation, new: Operation) -> Iterator[Finding]:
        """Yield the differences between the answers of two operations."""
        before = _responses(self._readers[0], old)
        after = _responses(self._readers[1], new)
        pairs = _pair(before, after)
        for verb, side, known in (
            ("removed", before, {one for one, _ in pairs}),
            ("added", after, {other for _, other in pairs}),
        ):
            for status in sorted(side.keys() - known):
                rule = f"response-{_kind(status, side)}-status-{verb}"
                yield wire(rule, new.label, side[status].pointer, f"answer {status} {verb}")
        for one, other in pairs:
            subject = f"answer {other}"
            yield from self._headers(before[one], after[other], new.label, subject)
            yield from self._contents(before[one], after[other], new.label, subject)

    def _contents(self, old: Place, new: Place, label: str, subject: str) -> Iterator[Finding]:
        before, after = contents(old), contents(new)
        names = compare_names(before, after)
        pairs = {name: name for name in names.kept}
        for one, other, relation in replacements(names.removed, names.added):
            rule, how = _REPLACED[relation]
            text = f"{subject}: media type {before[one].name} {how}, {after[other].name}"
            yield wire(rule, label, after[other].place.pointer, text)
            pairs[one] = other
        for verb, side, known in (("removed", before, pairs.keys()), ("added", after, set(pairs.values()))):
            for name in sorted(side.keys() - known):
                text = f"{subject}: media type {side[name].name} {verb}"
                yield wire(f"response-media-type-{verb}", label, side[name].place.pointer, text)
        for one, other in sorted(pairs.items()):
            spot = Spot("response-body", subject, is_json(other))
            yield from content_findings(before[one], after[other], spot, label, self._schemas)

    def _headers(self, old: Place, new: Place, label: str, subject: str) -> Iterator[Finding]:
        before, after = _headers(self._readers[0], old), _headers(self._readers[1], new)
        names = compare_names(before, after)
        for name in names.removed:
            need = _need(before[name])
            text = f"{subject}: {need} header {name} removed"
            yield wire(f"{need}-response-header-removed", label, before[name].pointer, text)
        for name in names.added:
            yield wire("response-header-added", label, after[name].pointer, f"{subject}: header {name} added")
        for name in names.kept:
            one, other = before[name], after[name]
            if _need(one) != (need := _need(other)):
                text = f"{subject}: header {name} is now {need}"
                yield wire(f"response-header-became-{need}", label, other.pointer, text)
            spot = Spot("response-header", f"{subject}, header {name}", typed=False)
            yield from self._schemas.findings(one.child("schema"), other.child("schema"), spot)


def _responses(reader: Reader, operation: Operation) -> dict[str, Place]:
    return {
        status: reader.resolve(place)
        for status, place in operation.place.child("responses").children().items()
    }


def _headers(reader: Reader, response: Place) -> dict[str, Place]:
    return {
        name.lower(): reader.resolve(place) for name, place in response.child("headers").children().items()
    }


def _need(header: Place) -> str:
    return "required" if as_object(header.node).get("required") is True else "optional"


def _pair(before: Collection[str], after: Collection[str]) -> list[tuple[str, str]]:
    """Pair equal statuses, then what is left with the range or the default that covers it."""
    names = compare_names(before, after)
    pairs = [(status, status) for status in names.kept]
    left = list(names.added)
    for status in names.removed:
        covering = next((other for other in left if _covers(status, other, before, after)), None)
        if covering is not None:
            pairs.append((status, covering))
            left.remove(covering)
    return pairs


def _covers(old: str, new: str, before: Collection[str], after: Collection[str]) -> bool:
    if "default" in (old, new):
        return _kind(old, before) == _kind(new, after) == "success"
    return old[:1] == new[:1] and "XX" in (old[1:].upper(), new[1:].upper())


def _kind(status: str, statuses: Collection[str]) -> str:
    """Tell a success from the rest; `default` is one where no other success is declared."""
    if status == "default":
        return "non-success" if any(other.startswith("2") for other in statuses) else "success"
    return "success" if status.startswith("2") else "non-success"
