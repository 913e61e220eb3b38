"""Changes of request bodies, and of the schema that a media type has in a body of either direction."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from odcgen.diff.names import compare_names
from odcgen.diff.report import Finding, wire
from odcgen.documents.meeting.rules import identity
from odcgen.kit.json_value import as_object

from .changes import Spot
from .media_types import Content, contents, is_json
from .operations import Operation
from .places import Place, Reader
from .schemas import SchemaComparison

_SUBJECT: Final = "request body"


class RequestBodyComparison:
    """Compares the request bodies of paired operations."""

    def __init__(self, old: Reader, new: Reader, schemas: SchemaComparison) -> None:
        self._readers: Final = (old, new)
        self._schemas: Final = schemas

    def findings(self, old: Operation, new: Operation) -> Iterator[Finding]:
        """Yield the differences between the request bodies of two operations."""
        before = self._readers[0].resolve(old.place.child("requestBody"))
        after = self._readers[1].resolve(new.place.child("requestBody"))
        needs = _need(before), _need(after)
        if before.node is None or after.node is None:
            if after.node is not None:
                text = f"{_SUBJECT} added, {needs[1]}"
                yield wire(f"request-body-added-{needs[1]}", new.label, after.pointer, text)
            elif before.node is not None:
                yield wire("request-body-removed", new.label, before.pointer, f"{_SUBJECT} removed")
            return
        if needs[0] != needs[1]:
            text = f"{_SUBJECT}: now {needs[1]}"
            yield wire(f"request-body-became-{needs[1]}", new.label, after.pointer, text)
        yield from self._contents(contents(before), contents(after), new.label)

    def _contents(
        self, before: dict[str, Content], after: dict[str, Content], label: str
    ) -> Iterator[Finding]:
        names = compare_names(before, after)
        for verb, side, changed in (("removed", before, names.removed), ("added", after, names.added)):
            for name in changed:
                text = f"{_SUBJECT}: media type {side[name].name} {verb}"
                yield wire(f"request-body-media-type-{verb}", label, side[name].place.pointer, text)
        for name in names.kept:
            spot = Spot("request-body", _SUBJECT, is_json(name))
            yield from content_findings(before[name], after[name], spot, label, self._schemas)
            encodings = [side[name].place.child("encoding") for side in (before, after)]
            if identity(encodings[0].node) != identity(encodings[1].node):
                text = f"{_SUBJECT}: encoding of its parts changed"
                yield wire("request-body-encoding-changed", label, encodings[1].pointer, text)


def content_findings(
    old: Content, new: Content, spot: Spot, label: str, schemas: SchemaComparison
) -> Iterator[Finding]:
    """Yield the differences between the schemas of one media type."""
    before, after = old.schema, new.schema
    if before is not None and after is not None:
        yield from schemas.findings(before, after, spot)
    elif after is not None:
        text = f"{spot.subject}: {new.name} now has a schema"
        yield wire(f"{spot.location}-media-type-schema-added", label, after.pointer, text)
    elif before is not None:
        text = f"{spot.subject}: {new.name} no longer has a schema"
        yield wire(f"{spot.location}-media-type-schema-removed", label, before.pointer, text)


def _need(body: Place) -> str:
    return "required" if as_object(body.node).get("required") is True else "optional"
