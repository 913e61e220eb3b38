"""Bytes, overlays, validation and repairs in their order; what comes out is a sound document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrs import evolve

from odcgen.documents.document import Document, read_document
from odcgen.documents.load import check_version
from odcgen.documents.openapi_32 import is_32, write_as_31
from odcgen.errors import DocumentErrors
from odcgen.run.inputs import Source


def read(source: Source) -> tuple[Document, list[str]]:
    """Return a sound document with its overlays applied, and a warning for all that was done about it.

    Raises:
        OdcgenError: if the document or an overlay is broken, beyond what the repairs are certain about.
    """
    from odcgen.overlay import apply_all

    chosen = source.config
    document, warnings = read_any(Path(chosen.shown or chosen.path.name), source.text)
    data, stale = apply_all(document.data, chosen.overlays, source.overlays, lenient=chosen.lenient)
    document = evolve(document, data=data)
    warnings += [*stale, *make_sound(document, chosen.repairs)]
    from odcgen.validate.unsendable import left_out

    return document, [*warnings, *left_out(document.data)]


def read_any(path: Path, text: bytes | None = None) -> tuple[Document, list[str]]:
    """Return a document as OpenAPI 3.0 or 3.1, and what of another version these cannot say.

    Raises:
        DocumentError: if it is neither.
    """
    document, notes = read_document(path, text), list[str]()
    if "swagger" in document.data:
        from odcgen.swagger import convert, is_swagger

        if is_swagger(document):
            document, notes = convert(document)
    check_version(document)
    if is_32(document.data):
        notes += write_as_31(document.data)
    return document, notes


def make_sound(document: Document, repairs: Sequence[str] = ("safe",)) -> list[str]:
    """Repair a document's data in place and return a warning for each repair; a sound one stays as it is.

    Raises:
        DocumentError: for what no chosen repair mends; DocumentErrors for several.
        ConfigError: if there is no repair of a name.
    """
    from odcgen.validate import find_errors

    errors = find_errors(document)
    if not errors:
        return []
    from odcgen.repairs import chosen, explain, mend

    tried = chosen(repairs)
    errors, warnings = mend(document, find_errors, tried)
    explain(errors, document.data, tried)
    if len(errors) > 1:
        raise DocumentErrors(errors)
    for error in errors:
        raise error
    return [f"repaired: {warning}" for warning in warnings]
