"""Changes around operations: lifecycle, ids, tags and callbacks, the servers, and webhooks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from odcgen.diff.names import compare_names
from odcgen.diff.report import Finding, wire
from odcgen.documents.meeting.rules import identity
from odcgen.documents.walk import methods
from odcgen.kit.json_value import as_object

from .lifecycle import Lifecycle, deprecation, removal, sunset
from .operations import Operation, server_origins
from .places import Place, Reader, show, strings, text_of
from .prose import PERMISSIONS, without_prose

_LIFECYCLE: Final = {
    "deprecated": "endpoint-deprecated",
    "deprecated-with-sunset": "endpoint-deprecated-with-sunset",
    "deprecated-sunset-invalid": "api-deprecated-sunset-parse",
    "reactivated": "endpoint-reactivated",
    "sunset-deleted": "sunset-deleted",
    "sunset-parse": "api-deprecated-sunset-parse",
    "sunset-date-changed-too-small": "api-sunset-date-changed-too-small",
}


def removed_operation(operation: Operation, *, path_stays: bool, today: date) -> Finding:
    """Return the finding for an operation that is gone."""
    name, text = removal(Lifecycle.of(operation.node), today)
    rule = f"api-{name}" if path_stays and name != "sunset-parse" else f"api-path-{name}"
    return wire(rule, operation.label, operation.place.pointer, f"operation {text}")


def added_operation(operation: Operation) -> Finding:
    """Return the finding for a new operation."""
    return wire("endpoint-added", operation.label, operation.place.pointer, "operation added")


def operation_metadata(old: Operation, new: Operation) -> Iterator[Finding]:
    """Yield the changes of deprecation, operation id, tags and callbacks."""
    lives = Lifecycle.of(old.node), Lifecycle.of(new.node)
    for compare in (deprecation, sunset):
        for change in compare(*lives, new.place.pointer):
            yield wire(_LIFECYCLE[change.name], new.label, change.pointer, f"operation {change.text}")
    for keyword in PERMISSIONS:
        if identity(old.node.get(keyword)) != identity(new.node.get(keyword)):
            pointer = new.place.child(keyword).pointer
            yield wire("api-permissions-changed", new.label, pointer, "needed permissions changed")
    before, after = (text_of(side.node.get("operationId")) for side in (old, new))
    if before != after:
        verb = "added" if before is None else "removed"
        text = f"operation id {show(after)} added" if before is None else f"operation id was {show(before)}"
        yield wire(f"api-operation-id-{verb}", new.label, new.place.child("operationId").pointer, text)
    tags = compare_names(*(strings(side.node.get("tags")) for side in (old, new)))
    for verb, names in (("removed", tags.removed), ("added", tags.added)):
        for name in names:
            text = f"tag {show(name)} {verb}"
            yield wire(f"api-tag-{verb}", new.label, new.place.child("tags").pointer, text)
    callbacks = [side.place.child("callbacks").children() for side in (old, new)]
    for verb, name, place in _changed(*callbacks):
        yield wire(f"callback-{verb}", new.label, place.pointer, f"callback {show(name)} {verb}")


def servers(old: Reader, new: Reader) -> Iterator[Finding]:
    """Yield that the API has other hosts; what another path of a server means is told with the operations."""
    before, after = (set(server_origins(reader.root)) for reader in (old, new))
    if before and after and before != after:
        text = f"servers are now {', '.join(map(show, sorted(after)))}"
        yield wire("api-server-changed", "", "/servers", text)


def webhooks(old: Reader, new: Reader) -> Iterator[Finding]:
    """Yield the changes of webhooks, which the API sends and a client of it does not."""
    for verb, label, place in _changed(_hooks(old), _hooks(new)):
        yield wire(f"webhook-{verb}", label, place.pointer, f"webhook {verb}")


def _hooks(reader: Reader) -> dict[str, Place]:
    return {
        f"{method.upper()} webhook {name}": item.child(method)
        for name, place in reader.root.child("webhooks").children().items()
        for item in [reader.resolve(place)]
        for method in methods(item.node)
        if method in as_object(item.node)
    }


def _changed(before: Mapping[str, Place], after: Mapping[str, Place]) -> Iterator[tuple[str, str, Place]]:
    """Yield (verb, name, place) of what the API calls and a client does not; such things are told whole."""
    names = compare_names(before, after)
    yield from (("removed", name, before[name]) for name in names.removed)
    yield from (("added", name, after[name]) for name in names.added)
    for name in names.kept:
        if identity(without_prose(before[name].node)) != identity(without_prose(after[name].node)):
            yield "changed", name, after[name]
