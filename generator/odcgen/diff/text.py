"""A report as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from odcgen.errors import printable

from .grouping import Group, groups, operations, verdicts
from .report import Report

_INDENT = " " * 9


def render_text(report: Report) -> str:
    """Return the report as text, gravest findings first; equal findings of several operations once."""
    name = f"{printable(report.name)}: " if report.name else ""
    return "\n".join((f"{name}{verdicts(report)}", *_lines(report))) + "\n"


def _lines(report: Report) -> Iterator[str]:
    for group in groups(report.findings):
        yield f"{group.finding.level:<8} {printable(group.finding.text)}  [{group.finding.id}]"
        yield f"{_INDENT}{printable(_where(group))}"


def _where(group: Group) -> str:
    return "  ".join(part for part in (operations(group), group.finding.pointer) if part)
