"""Structural checks of an OpenAPI document: what the later stages rely on, and nothing of style."""

from __future__ import annotations

from odcgen.documents.document import Document
from odcgen.errors import DocumentError, DocumentErrors

from .components import CHECKS
from .context import MAX_FINDINGS, Context, TooManyFindings
from .document import check_document
from .references import check_references


def validate(document: Document) -> None:
    """Raise a DocumentError, or DocumentErrors for several, with the pointer and line of each finding."""
    errors = find_errors(document)
    if len(errors) > 1:
        raise DocumentErrors(errors)
    for error in errors:
        raise error


def find_errors(document: Document, most: int = MAX_FINDINGS) -> list[DocumentError]:
    """Return what is wrong with a document in the order of its lines; with very much wrong, a part of it."""
    context = Context(document, most)
    try:
        check_document(context)
        if not context.findings:  # else a dangling reference may be no more than a consequence
            check_references(context, CHECKS)
    except TooManyFindings:
        pass  # those found so far say enough
    errors = [
        DocumentError(
            finding.message,
            **document.place(finding.pointer),
            hint=finding.hint,
            rule=finding.rule,
        )
        for finding in context.findings
    ]
    errors.sort(key=lambda error: error.line or 0)
    return errors
