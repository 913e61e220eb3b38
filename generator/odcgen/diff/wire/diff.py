"""Compares two OpenAPI documents at the level of meaning; start reading here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

from attrs import evolve

from odcgen.diff.report import Finding, Report, in_order, wire
from odcgen.documents.budget import Budget
from odcgen.kit.json_value import Json

from .bodies import RequestBodyComparison
from .match import Matches, match, moves
from .metadata import added_operation, operation_metadata, removed_operation, servers, webhooks
from .operations import operations
from .parameters import ParameterComparison
from .places import Reader
from .prose import documentation
from .renames import schema_names
from .responses import ResponseComparison
from .schemas import SchemaComparison
from .security import SecurityComparison


def diff_documents(
    old: Json, new: Json, *, name: str = "", today: date | None = None, budget: Budget | None = None
) -> Report:
    """Compare two OpenAPI documents as a client of the API sees them.

    Args:
        old: The document as it was, as plain data.
        new: The document as it is.
        name: What to call the comparison in a report.
        budget: What comparing may cost; that of a single document by default.
        today: The day on which a removal before an announced sunset is judged; the current one if left out.

    Returns:
        The findings and the wire verdict. Nothing in the documents makes the comparison raise, but its cost.

    Raises:
        LimitError: if it costs more than the budget has.
    """
    if old == new:
        return Report(name, ())
    day = today or datetime.now(tz=UTC).date()
    budget = budget or Budget()
    findings: list[Finding] = []
    for finding in _findings(Reader(old, budget), Reader(new, budget), day):
        budget.spend("comparisons", 1, finding.pointer)
        budget.spend("characters", len(finding.pointer) + len(finding.text), finding.pointer)
        findings.append(finding)
    if not findings:
        findings = [wire("documentation-changed", "", "", "nothing changed that an operation uses")]
    return Report(name, in_order(findings))


def _findings(old: Reader, new: Reader, today: date) -> Iterator[Finding]:
    matches = match(operations(old), operations(new))
    schemas = SchemaComparison(old, new)
    security = SecurityComparison(old, new)
    yield from moves(matches.pairs)
    yield from _existence(matches, today)
    yield from servers(old, new)
    yield from security.document(matches.pairs)
    yield from webhooks(old, new)
    parameters = ParameterComparison(old, new, schemas, today)
    bodies = RequestBodyComparison(old, new, schemas)
    responses = ResponseComparison(old, new, schemas)
    for before, after in matches.pairs:
        yield from operation_metadata(before, after)
        yield from security.operation(before, after)
        told: set[tuple[str, str]] = set()
        for compare in (parameters.findings, bodies.findings, responses.findings):
            for finding in compare(before, after):
                if (finding.id, finding.pointer) not in told:
                    told.add((finding.id, finding.pointer))
                    yield evolve(finding, operation=after.label)
    yield from schema_names(old, new, schemas)
    yield from documentation(old.root.node, new.root.node)


def _existence(matches: Matches, today: date) -> Iterator[Finding]:
    kept = {old.shape for old, _ in matches.pairs}
    for operation in matches.removed:
        yield removed_operation(operation, path_stays=operation.shape in kept, today=today)
    for operation in matches.added:
        yield added_operation(operation)
