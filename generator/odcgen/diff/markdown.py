"""A report as Markdown, fit for the body of a pull request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from odcgen.errors import printable

from .grouping import Group, groups, operations, verdicts
from .report import Finding, Report
from .rules import is_documentation

_SECTIONS: Final = (
    "Breaking",
    "Risky",
    "Python",
    "Compatible",
    "Renamed or moved only",
    "Documentation only",
)


def render_markdown(report: Report) -> str:
    """Return the report as Markdown: a heading, then a list for each kind of finding."""
    name = f"{_code(report.name)}: " if report.name else ""
    return "\n".join((f"## {name}{verdicts(report)}", *_body(report))) + "\n"


def _body(report: Report) -> Iterator[str]:
    for title in _SECTIONS:
        found = groups(tuple(finding for finding in report.findings if _section(finding) == title))
        if found:
            yield from ("", f"### {title}", "", *map(_item, found))


def _item(group: Group) -> str:
    """Return one list item; what comes from a document is code, where it is neither markup nor a mention."""
    finding = group.finding
    where = [_code(part) for part in (operations(group), finding.pointer) if part]
    return "  \n  ".join((f"- {_code(finding.text)} ({finding.id})", *where))


def _section(finding: Finding) -> str:
    if finding.verdict == "python":
        return "Python"
    if finding.verdict == "renamed":
        return "Renamed or moved only"
    if finding.level != "info":
        return "Breaking" if finding.level == "error" else "Risky"
    return "Documentation only" if is_documentation(finding.id) else "Compatible"


def _code(text: str) -> str:
    """Return text as a code span; no text can end it early."""
    text = printable(text)
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    pad = " " if "`" in text else ""
    return f"{fence}{pad}{text}{pad}{fence}"
