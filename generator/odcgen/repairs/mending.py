"""Mending a document: what the validation finds, repaired until nothing is left that a repair knows."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from odcgen.documents.document import Document
from odcgen.documents.json_path import json_path
from odcgen.errors import DocumentError
from odcgen.kit.json_value import Json

from .catalog import REPAIRS
from .repair import Repair

Find = Callable[[Document, int], list[DocumentError]]
"""The validation: what is wrong with a document, so many findings at most."""

_AT_MOST = 100_000
_ROUNDS = 50


def mend(
    document: Document, find: Find, repairs: Mapping[str, Repair]
) -> tuple[list[DocumentError], list[str]]:
    """Repair a document's data in place; return what is left of the errors, and a warning for each repair."""
    errors, warnings = find(document, _AT_MOST if repairs else 100), list[str]()
    for _ in range(_ROUNDS):
        # From the last to the first: what is taken out of a list moves none that is still to be mended.
        done = [said for error in reversed(errors) if (said := _mend(document.data, error, repairs))]
        if not done:
            break
        warnings += reversed(done)
        errors = find(document, _AT_MOST)
    return errors[:100], warnings


def explain(errors: list[DocumentError], data: Json, tried: Mapping[str, Repair]) -> None:
    """Say in each error what would mend it: a repair that is not chosen, or an overlay at its place."""
    for error in errors:
        if error.hint is not None or error.pointer is None:
            continue
        if error.rule in REPAIRS and error.rule not in tried:
            error.hint = f'The repair "{error.rule}" may mend it; see repairs in odcgen.toml.'
        else:
            error.hint = f"An overlay can correct it, with the target {json_path(data, error.pointer)}"


def _mend(data: Json, error: DocumentError, repairs: Mapping[str, Repair]) -> str | None:
    repair = repairs.get(error.rule or "")
    if repair is None or error.pointer is None:
        return None
    done = repair.change(data, error.pointer)
    if done is None:
        return None
    where = f" ({error.where})" if error.where else ""
    return f"{error.message}{where}: {done} [{repair.rule}]"
