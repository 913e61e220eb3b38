"""A change inside a schema, before it is known in which request or answer the schema stands."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from attrs import frozen

from odcgen.diff.report import Finding, Verdict
from odcgen.diff.rules import Effect, Level, is_listed, schema_rule

Need = Literal["required", "optional"]

_BELOW: Final = {
    "request-body": "request-property",
    "response-body": "response-property",
    "response-header": "response-property",
    "request-parameter": "request-parameter-property",
    "request-header": "request-header-property",
}
_GUARDED: Final = frozenset({"request-read-only-property", "response-write-only-property"})


@frozen
class Spot:
    """Where a schema stands: the prefix of the rule ids, and how to speak of it."""

    location: str
    subject: str
    typed: bool = True
    """Whether the format on the wire tells `1` from `"1"`, as JSON does and a query string does not."""

    def below(self, step: str) -> Spot:
        """Return the spot of something inside, such as `.name` or `[]`."""
        location = _BELOW.get(self.location, self.location)
        return Spot(location, f"{self.subject}{step}", self.typed)

    def at(self, location: str) -> Spot:
        """Return the same spot under another prefix."""
        return Spot(location, self.subject, self.typed)

    @property
    def in_request(self) -> bool:
        """Whether the client writes the value, rather than reading it."""
        return self.location.startswith("request")

    @property
    def is_root(self) -> bool:
        """Whether this is a whole body, parameter or header."""
        return self.location in _BELOW


class Change(NamedTuple):
    """One change: the end of its rule id, its effect on the accepted values, where, and in words."""

    name: str
    effect: Effect
    pointer: str
    text: str


def finding(change: Change, spot: Spot) -> Finding | None:
    """Return what a change means at a spot; None when it cannot concern a client there.

    A read-only property is never sent and a write-only one never received: of those only what the reference
    tool names is told.
    """
    if spot.location in _GUARDED and not is_listed(spot.location, change.name):
        return None
    rule, level = schema_rule(spot.location, change.name, change.effect)
    return _finding(rule, level, "wire", change, spot)


def recased(rule: str, level: Level, change: Change, spot: Spot) -> Finding:
    """Return the finding for a name that only changed its case."""
    return _finding(rule, level, "renamed", change, spot)


def _finding(rule: str, level: Level, verdict: Verdict, change: Change, spot: Spot) -> Finding:
    return Finding(rule, level, verdict, "", change.pointer, f"{spot.subject}: {change.text}")
