"""Changes of an operation's parameters, whether it declares them or inherits them from its path."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import frozen

from odcgen.diff.names import compare_names, recasings
from odcgen.diff.report import Finding, renamed, wire
from odcgen.diff.rules import Level
from odcgen.kit.json_value import as_object

from .changes import Spot
from .lifecycle import Lifecycle, deprecation, removal, sunset
from .media_types import is_json
from .operations import Operation
from .places import Place, Reader, show, text_of
from .schemas import SchemaComparison

_STYLES: Final = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}
_COMPOSED: Final = frozenset({"array", "object"})
_FLAGS: Final = ("allowReserved", "allowEmptyValue")
_RULES: Final = {
    "deprecated-sunset-invalid": "request-parameter-sunset-parse",
    "deprecated-with-sunset": "request-parameter-deprecated",
    "removed-without-deprecation": "request-parameter-removed",
}


@frozen
class Parameter:
    """One parameter and where it is declared."""

    name: str
    location: str
    place: Place
    shared: bool
    """Whether the path declares it for all of its operations."""

    @property
    def required(self) -> bool:
        """Whether it must be sent."""
        return self.location == "path" or as_object(self.place.node).get("required") is True

    @property
    def style(self) -> tuple[str, bool]:
        """The style and whether it is exploded."""
        node = as_object(self.place.node)
        style = text_of(node.get("style")) or _STYLES.get(self.location, "form")
        explode = node.get("explode")
        return style, explode if isinstance(explode, bool) else style == "form"

    @property
    def subject(self) -> str:
        """The parameter as findings name it."""
        return f"{self.location} parameter {self.name}"

    @property
    def schema(self) -> Place | None:
        """The schema of a parameter that is written in a style, None of one with a media type."""
        return None if self.media_type else self.place.child("schema")

    @property
    def media_type(self) -> str | None:
        """The media type of a parameter that has one."""
        return next(iter(as_object(self.place.child("content").node)), None)


class ParameterComparison:
    """Compares the parameters of paired operations."""

    def __init__(self, old: Reader, new: Reader, schemas: SchemaComparison, today: date) -> None:
        self._readers: Final = (old, new)
        self._schemas: Final = schemas
        self._today: Final = today

    def findings(self, old: Operation, new: Operation) -> Iterator[Finding]:
        """Yield the differences between the parameters of two operations."""
        before = _parameters(self._readers[0], old)
        after = _parameters(self._readers[1], new)
        names, recasing = recasings(compare_names(before, after))
        for key in names.removed:
            yield self._removed(before[key], new)
        for key in names.added:
            yield _added(after[key], new)
        for key in names.kept:
            yield from self._compare(before[key], after[key], new)
        for key, new_key in recasing.items():
            yield _case_change(before[key], after[new_key], new)
            yield from self._compare(before[key], after[new_key], new)

    def _removed(self, parameter: Parameter, operation: Operation) -> Finding:
        name, text = removal(Lifecycle.of(as_object(parameter.place.node)), self._today)
        return _finding(name, operation, parameter, text)

    def _compare(self, old: Parameter, new: Parameter, operation: Operation) -> Iterator[Finding]:
        if old.required != new.required:
            name = "became-required" if new.required else "became-optional"
            yield _finding(name, operation, new, f"now {'required' if new.required else 'optional'}")
        lives = [Lifecycle.of(as_object(side.place.node)) for side in (old, new)]
        for compare in (deprecation, sunset):
            for change in compare(lives[0], lives[1], new.place.pointer):
                yield _finding(change.name, operation, new, change.text)
        yield from self._serialization(old, new, operation)
        for found in self._values(old, new):
            if not (new.required and found.id.startswith("request-parameter-default-value-")):
                yield found

    def _serialization(self, old: Parameter, new: Parameter, operation: Operation) -> Iterator[Finding]:
        if (old.schema is None) != (new.schema is None) or old.media_type != new.media_type:
            yield _finding("content-changed", operation, new, "is written in another way")
        elif old.style != new.style and (old.style[0] != new.style[0] or self._composed(old, new)):
            text = f"style changed from {_styled(old)} to {_styled(new)}"
            yield _finding("style-changed", operation, new, text)
        for flag in _FLAGS:
            values = [as_object(side.place.node).get(flag) is True for side in (old, new)]
            if values[0] != values[1]:
                yield _finding("serialization-changed", operation, new, f"{flag} is now {show(values[1])}")

    def _composed(self, old: Parameter, new: Parameter) -> bool:
        """Tell whether a list or an object is written, where exploding makes a difference."""
        types = self._schemas.types(old.place.child("schema"), new.place.child("schema"))
        return types is None or not types.isdisjoint(_COMPOSED)

    def _values(self, old: Parameter, new: Parameter) -> Iterator[Finding]:
        location = "request-header" if new.location == "header" else "request-parameter"
        if old.media_type and new.media_type:
            spot = Spot(location, new.subject, typed=is_json(new.media_type))
            places = [side.place.child("content", side.media_type or "", "schema") for side in (old, new)]
            yield from self._schemas.findings(places[0], places[1], spot)
        elif old.schema is not None and new.schema is not None:
            spot = Spot(location, new.subject, typed=False)
            if new.style == ("form", True):
                yield from self._schemas.repeatable_findings(old.schema, new.schema, spot)
            else:
                yield from self._schemas.findings(old.schema, new.schema, spot)


def _parameters(reader: Reader, operation: Operation) -> dict[str, Parameter]:
    """Return the parameters by what identifies them on the wire: in a path, that is their position."""
    found: dict[str, Parameter] = {}
    positions = {name: f"{number:04}" for number, name in enumerate(operation.path_names)}
    for shared, owner in ((True, operation.item), (False, operation.place)):
        for item in owner.child("parameters").items():
            place = reader.resolve(item)
            name, location = (text_of(place.child(key).node) for key in ("name", "in"))
            if name is not None and location is not None:
                key = positions.get(name, name) if location == "path" else name
                key = key.lower() if location == "header" else key
                found[f"{location} {key}"] = Parameter(name, location, place, shared)
    return found


def _case_change(old: Parameter, new: Parameter, operation: Operation) -> Finding:
    text = f"{new.subject}: was spelled {old.name}"
    level: Level = "error" if new.required else "warning"
    return renamed("request-parameter-case-changed", operation.label, new.place.pointer, text, level)


def _added(parameter: Parameter, operation: Operation) -> Finding:
    need = "required" if parameter.required else "optional"
    rule = f"new-{need}-request-parameter"
    if parameter.location == "path":
        rule = "new-request-path-parameter"
    elif parameter.shared:
        rule = f"new-{need}-request-default-parameter-to-existing-path"
    return wire(rule, operation.label, parameter.place.pointer, f"{parameter.subject}: new, {need}")


def _finding(name: str, operation: Operation, parameter: Parameter, text: str) -> Finding:
    rule = _RULES.get(name, f"request-parameter-{name}")
    return wire(rule, operation.label, parameter.place.pointer, f"{parameter.subject}: {text}")


def _styled(parameter: Parameter) -> str:
    style, explode = parameter.style
    return f"{style}{', exploded' if explode else ''}"
