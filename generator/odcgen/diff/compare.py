"""Comparing documents: the verdict for the wire from the documents, the one for Python from the IR."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from attrs import evolve

from odcgen import ir
from odcgen.documents.budget import Budget
from odcgen.run.inputs import Source

from .report import Python, Report
from .wire.diff import diff_documents

_NOTHING: dict[str, Any] = {"openapi": "3.0.3", "info": {"title": "", "version": ""}, "paths": {}}


def compare_sources(name: str, old: Source | None, new: Source | None) -> Report:
    """Return the report of one document's change; None is a document that does not exist.

    Raises:
        DocumentError: if a document is broken.
    """
    report = diff_documents(_data(old), _data(new), name=name, budget=_budget(new or old))
    if report.wire == "none" and _overlays(old) == _overlays(new):
        return report
    from .python.compare import diff_packages

    findings, python = diff_packages(_package(name, old), _package(name, new))
    return report.with_python(findings, python)


def merge(reports: list[Report]) -> Report:
    """Return one report for several documents; operations are named with their document."""
    if len(reports) == 1:
        return reports[0]
    findings = [
        evolve(finding, operation=f"{report.name}: {finding.operation}".rstrip(": "))
        for report in reports
        for finding in report.findings
    ]
    order: tuple[Python, ...] = ("none", "patch", "minor", "major")
    worst = order[max((order.index(report.python) for report in reports), default=0)]
    return Report("", tuple(findings), worst)


def _budget(source: Source | None) -> Budget | None:
    return Budget(source.config.limits, source.config.shown) if source else None


def _data(source: Source | None) -> dict[str, Any]:
    if source is None:
        return _NOTHING
    from odcgen.reading import make_sound, read_any

    shown = source.config.shown or source.config.path.name
    document, _ = read_any(Path(shown), source.text, Budget(source.config.limits, shown))
    if not source.overlays:
        make_sound(document, source.config.repairs)
    return document.data


def _overlays(source: Source | None) -> tuple[bytes, ...]:
    return source.overlays if source else ()


def _package(name: str, source: Source | None) -> ir.Package:
    """Return the package of one document; both sides must call it alike."""
    package = ir.Package(name="odc_client")
    if source is None:
        return package
    from odcgen.pipeline import parse

    # An overlay fits one side only as soon as it names something that comes or goes.
    api = parse(evolve(source, config=evolve(source.config, name=name, lenient=True)))
    return evolve(package, apis=(api,))
