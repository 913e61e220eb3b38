"""Findings that several operations share, told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from .report import Finding, Report
from .rules import Level

_SHOWN: Final = 3
_NAMES: Final[Mapping[Level, tuple[str, str]]] = {
    "error": ("error", "errors"),
    "warning": ("warning", "warnings"),
    "info": ("note", "notes"),
}


class Group(NamedTuple):
    """One difference and the operations it concerns."""

    finding: Finding
    operations: tuple[str, ...]


def groups(findings: Iterable[Finding]) -> list[Group]:
    """Gather the findings that differ in nothing but their operation, in their order."""
    found: dict[tuple[str, str, str], list[Finding]] = {}
    for finding in findings:
        found.setdefault((finding.id, finding.pointer, finding.text), []).append(finding)
    return [Group(same[0], tuple(one.operation for one in same if one.operation)) for same in found.values()]


def verdicts(report: Report) -> str:
    """Return the verdicts and the number of differences in one line."""
    counts = Counter(group.finding.level for group in groups(report.findings))
    numbers = [
        f"{counts[level]} {names[counts[level] != 1]}" for level, names in _NAMES.items() if counts[level]
    ]
    return f"wire {report.wire}, Python {report.python} ({', '.join(numbers) or 'no differences'})"


def operations(group: Group) -> str:
    """Name the operations of a group; of many, the first ones and how many more."""
    more = len(group.operations) - _SHOWN
    shown = ", ".join(group.operations[:_SHOWN])
    return shown if more <= 0 else f"{shown} and {more} more"
