"""Changes of what a client must prove, in the whole API and in one operation, and of the schemes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from odcgen.diff.names import compare_names
from odcgen.diff.report import Finding, renamed, wire
from odcgen.documents.meeting.rules import identity
from odcgen.kit.json_value import as_array, as_object

from .operations import Operation
from .places import Place, Reader, show, strings

_SCHEMES: Final = ("components", "securitySchemes")
_SENT_AS: Final = ("bearerFormat", "description", "flows", "openIdConnectUrl", "type")
_ANONYMOUS: Final = "none"
"""What the empty alternative is called, which lets anyone call."""
_URLS: Final = {"authorizationUrl": "oauth-url", "tokenUrl": "oauth-token-url"}

Requirements = Mapping[str, frozenset[str]]
"""The schemes of any alternative, each with its scopes."""


class SecurityComparison:
    """Compares the security of two documents."""

    def __init__(self, old: Reader, new: Reader) -> None:
        self._roots: Final = (old.root, new.root)
        self._schemes: Final = tuple(
            {name: reader.resolve(place) for name, place in reader.root.child(*_SCHEMES).children().items()}
            for reader in (old, new)
        )
        self._names: Final = _renamed_schemes(*self._schemes)

    def document(self, pairs: Iterable[tuple[Operation, Operation]]) -> Iterator[Finding]:
        """Yield the differences in the schemes, and in what holds where operations say nothing themselves."""
        if any("security" not in old.node and "security" not in new.node for old, new in pairs):
            before, after = self._requirements(self._roots[0], 0), self._requirements(self._roots[1], 1)
            yield from _requirement_changes(before or {}, after or {}, "api-global-security", "", "/security")
        for old, new in sorted(self._names.items()):
            pointer = self._schemes[1][new].pointer
            yield renamed("security-scheme-renamed", "", pointer, f"security scheme {old} is now {new}")
        yield from self._scheme_changes()

    def operation(self, old: Operation, new: Operation) -> Iterator[Finding]:
        """Yield the differences in the security of an operation that names its own on either side."""
        own = self._requirements(old.place, 0), self._requirements(new.place, 1)
        if own[0] is None and own[1] is None:
            return
        inherited = (self._requirements(root, side) or {} for side, root in enumerate(self._roots))
        before, after = (it if one is None else one for one, it in zip(own, inherited, strict=True))
        pointer = new.place.child("security").pointer
        yield from _requirement_changes(before, after, "api-security", new.label, pointer)

    def _requirements(self, owner: Place, side: int) -> Requirements | None:
        """Return the requirements in the names of the new document, None where nothing is said."""
        stated = as_object(owner.node).get("security")
        if stated is None:
            return None
        found: dict[str, frozenset[str]] = {}
        for alternative in as_array(stated):
            schemes = as_object(alternative) or {_ANONYMOUS: []}
            for name in schemes:
                known = self._names.get(name, name) if side == 0 else name
                found[known] = found.get(known, frozenset()) | set(strings(schemes[name]))
        return found

    def _scheme_changes(self) -> Iterator[Finding]:
        before = {self._names.get(name, name): place for name, place in self._schemes[0].items()}
        after = self._schemes[1]
        names = compare_names(before, after)
        for verb, side, changed in (("removed", before, names.removed), ("added", after, names.added)):
            for name in changed:
                text = f"security scheme {name} {verb}"
                yield wire(f"api-security-component-{verb}", "", side[name].pointer, text)
        for name in names.kept:
            yield from _scheme_change(name, before[name], after[name])


def _requirement_changes(
    before: Requirements, after: Requirements, rule: str, label: str, pointer: str
) -> Iterator[Finding]:
    for name in sorted(before.keys() - after.keys()):
        yield wire(f"{rule}-removed", label, pointer, f"security scheme {name} no longer asked for")
    for name in sorted(after.keys() - before.keys()):
        yield wire(f"{rule}-added", label, pointer, f"security scheme {name} now asked for")
    for name in sorted(before.keys() & after.keys()):
        for scope in sorted(before[name] - after[name]):
            yield wire(f"{rule}-scope-removed", label, pointer, f"{name}: scope {scope} no longer asked for")
        for scope in sorted(after[name] - before[name]):
            yield wire(f"{rule}-scope-added", label, pointer, f"{name}: scope {scope} now asked for")


def _renamed_schemes(before: Mapping[str, Place], after: Mapping[str, Place]) -> dict[str, str]:
    """Return old -> new name of the schemes that are the same but for their name."""
    come = {identity(_essence(after[name])): name for name in sorted(after.keys() - before.keys())}
    found: dict[str, str] = {}
    for name in sorted(before.keys() - after.keys()):
        new = come.pop(identity(_essence(before[name])), None)
        if new is not None:
            found[name] = new
    return found


def _scheme_change(name: str, old: Place, new: Place) -> Iterator[Finding]:
    before, after = as_object(old.node), as_object(new.node)
    if before.get("type") != after.get("type"):
        text = f"security scheme {name}: type {show(before.get('type'))} became {show(after.get('type'))}"
        yield wire("api-security-component-type-changed", "", new.pointer, text)
    elif identity(_sent_as(before)) != identity(_sent_as(after)):
        text = f"security scheme {name} is sent in another way"
        yield wire("api-security-component-scheme-changed", "", new.pointer, text)
    flows = old.child("flows").children(), new.child("flows").children()
    for flow in sorted(flows[0].keys() & flows[1].keys()):
        yield from _flow_change(f"security scheme {name}, {flow}", flows[0][flow], flows[1][flow])


def _flow_change(subject: str, old: Place, new: Place) -> Iterator[Finding]:
    for key, name in _URLS.items():
        urls = [side.child(key) for side in (old, new)]
        if urls[0].node != urls[1].node:
            text = f"{subject}: {key} {show(urls[0].node)} became {show(urls[1].node)}"
            yield wire(f"api-security-component-{name}-changed", "", urls[1].pointer, text)
    scopes = [side.child("scopes").children() for side in (old, new)]
    for scope in sorted(scopes[0].keys() | scopes[1].keys()):
        one, other = (side.get(scope) for side in scopes)
        verb = "added" if one is None else "removed" if other is None else "changed"
        place = other or one
        if place is not None and (one is None or other is None or one.node != other.node):
            rule = f"api-security-component-oauth-scope-{verb}"
            yield wire(rule, "", place.pointer, f"{subject}: scope {scope} {verb}")


def _essence(place: Place) -> Any:
    prose = {"bearerFormat", "description"}
    return {key: value for key, value in as_object(place.node).items() if key not in prose}


def _sent_as(node: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in node.items() if key not in _SENT_AS and not key.startswith("x-")}
