"""What a comparison found: findings, and the verdicts that follow from them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, Literal

from attrs import evolve, frozen

from .rules import Level, is_documentation, level_of

Verdict = Literal["wire", "python", "renamed"]
Wire = Literal["breaking", "risky", "compatible", "docs", "none"]
Python = Literal["major", "minor", "patch", "none"]

_LEVEL_ORDER: Final = {"error": 0, "warning": 1, "info": 2}
_WIRE_ORDER: Final[tuple[Wire, ...]] = ("none", "docs", "compatible", "risky", "breaking")
_PYTHON_ORDER: Final[tuple[Python, ...]] = ("none", "patch", "minor", "major")


@frozen
class Finding:
    """One difference: which rule, how grave, in which operation, where, and in words.

    `operation` reads `GET /users`, empty for what concerns the whole document. `pointer` is an RFC 6901 JSON
    pointer into the new document, of something removed into the old one.
    """

    id: str
    level: Level
    verdict: Verdict
    operation: str
    pointer: str
    text: str

    def as_json(self) -> dict[str, str]:
        """Return the finding as plain data."""
        return {
            "id": self.id,
            "level": self.level,
            "verdict": self.verdict,
            "operation": self.operation,
            "pointer": self.pointer,
            "text": self.text,
        }


@frozen
class Report:
    """The findings of one comparison, in a fixed order, and its verdicts."""

    name: str
    findings: tuple[Finding, ...]
    python: Python = "none"

    @property
    def wire(self) -> Wire:
        """What the change does to a client's requests and answers.

        A mere renaming that the protocol does not notice counts for nothing.
        """
        weights = [_WIRE_ORDER.index(_weight(finding)) for finding in self.findings]
        return _WIRE_ORDER[max(weights, default=0)]

    def as_json(self) -> dict[str, Any]:
        """Return the report as the plain data that `odcgen diff --format json` prints."""
        return {
            "wire": self.wire,
            "python": self.python,
            "findings": [finding.as_json() for finding in self.findings],
        }

    def of(self, verdict: Verdict) -> tuple[Finding, ...]:
        """Return the findings of one verdict."""
        return tuple(finding for finding in self.findings if finding.verdict == verdict)

    def reaches(self, threshold: str) -> bool:
        """Tell whether a verdict is at or above a threshold such as `risky` (wire) or `minor` (Python)."""
        for order, verdict in ((_WIRE_ORDER, self.wire), (_PYTHON_ORDER, self.python)):
            if threshold in order:
                return order.index(verdict) >= order.index(threshold)
        raise ValueError(f"{threshold!r} is no verdict")

    def with_python(self, findings: Iterable[Finding], python: Python) -> Report:
        """Return the report with the Python verdict and its findings added."""
        return evolve(self, findings=in_order((*self.findings, *findings)), python=python)


def wire(rule: str, operation: str, pointer: str, text: str) -> Finding:
    """Make a finding of a listed rule, with that rule's level."""
    return Finding(rule, _listed(rule), "wire", operation, pointer, text)


def renamed(rule: str, operation: str, pointer: str, text: str, level: Level | None = None) -> Finding:
    """Make a finding about something that kept its meaning under another name or in another place."""
    return Finding(rule, level or _listed(rule), "renamed", operation, pointer, text)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort findings, gravest first, so that equal documents give equal reports; repetitions are dropped."""
    return tuple(sorted(dict.fromkeys(findings), key=_sort_key))


def _sort_key(finding: Finding) -> tuple[int, bool, str, str, str, str]:
    rank = _LEVEL_ORDER[finding.level], is_documentation(finding.id)
    return (*rank, finding.id, finding.operation, finding.pointer, finding.text)


def _listed(rule: str) -> Level:
    level = level_of(rule)
    if level is None:
        raise KeyError(rule)
    return level


def _weight(finding: Finding) -> Wire:
    if finding.verdict == "python" or (finding.verdict == "renamed" and finding.level == "info"):
        return "none"
    if finding.level == "error":
        return "breaking"
    if finding.level == "warning":
        return "risky"
    return "docs" if is_documentation(finding.id) else "compatible"
