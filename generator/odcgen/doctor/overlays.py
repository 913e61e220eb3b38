"""Overlay actions that have become stale: they match nothing, or say what the document says by itself."""

from __future__ import annotations

from attrs import evolve, frozen

from odcgen.documents.document import Document
from odcgen.errors import OverlayError
from odcgen.kit.json_value import Json
from odcgen.overlay import Overlay, apply, load_overlay
from odcgen.run.inputs import Source


@frozen
class StaleAction:
    """An action that does nothing, and why."""

    api: str
    file: str
    line: int | None
    pointer: str
    target: str
    why: str
    brought_along: bool
    """Whether the overlay is odcgen's own, over a document newer than odcgen."""


def apply_overlays(source: Source, document: Document) -> tuple[Json, list[StaleAction], int]:
    """Return the corrected data of a document, the stale actions, and the number of all actions."""
    data, stale, count = document.data, list[StaleAction](), 0
    for path, text in zip(source.config.overlays, source.overlays, strict=True):
        overlay = load_overlay(path, text)
        for index, action in enumerate(overlay.actions):
            unmatched: list[OverlayError] = []
            changed = apply(data, evolve(overlay, actions=(action,)), unmatched=unmatched)
            if unmatched or changed == data:
                why = "matches nothing" if unmatched else "changes nothing"
                stale.append(_stale(source, overlay, index, why))
            data = changed
        count += len(overlay.actions)
    return data, stale, count


def _stale(source: Source, overlay: Overlay, index: int, why: str) -> StaleAction:
    action, document = overlay.actions[index], overlay.document
    return StaleAction(
        source.config.name,
        document.path,
        document.line(action.pointer),
        action.pointer,
        action.target,
        why,
        source.config.lenient,
    )
