"""Structural checks of an OpenAPI document: what the later stages rely on, and nothing of style."""

from __future__ import annotations

from odcgen.documents.document import Document
from odcgen.errors import DocumentError, DocumentErrors

from .components import CHECKS
from .context import Context, TooManyFindings
from .document import check_document
from .references import check_references


def validate(document: Document) -> None:
    """Raise a DocumentError, or DocumentErrors for several, with the pointer and line of each finding."""
    context = Context(document)
    try:
        check_document(context)
        if not context.findings:  # else a dangling reference may be no more than a consequence
            check_references(context, CHECKS)
    except TooManyFindings:
        pass  # those found so far say enough
    errors = [
        DocumentError(
            finding.message,
            file=document.path,
            pointer=finding.pointer,
            line=document.line(finding.pointer),
            hint=finding.hint,
        )
        for finding in context.findings
    ]
    errors.sort(key=lambda error: error.line or 0)
    if len(errors) > 1:
        raise DocumentErrors(errors)
    for error in errors:
        raise error
