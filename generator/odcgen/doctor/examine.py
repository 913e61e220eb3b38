"""The whole examination of a configuration's documents."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from attrs import evolve, frozen

from odcgen.config import Config
from odcgen.documents.fetched import load_record
from odcgen.kit.json_value import Json, copy_value
from odcgen.normalize import normalize
from odcgen.reading import make_sound, read_any
from odcgen.run.inputs import Source, read_inputs

from .deprecations import Deprecation, deprecations
from .environment import Check, environment
from .overlays import StaleAction, apply_overlays
from .traps import TRAPS, Trap


@frozen
class Sighting:
    """One trap: where it is found in which documents, and what is left of it after all corrections."""

    trap: Trap
    places: dict[str, tuple[str, ...]]
    left: dict[str, tuple[str, ...]]


@frozen
class Examination:
    """What the doctor found."""

    sightings: tuple[Sighting, ...]
    stale: tuple[StaleAction, ...]
    actions: int
    deprecations: tuple[Deprecation, ...]
    fetched: dict[str, str]
    """The time of the last fetch of each document, empty where nobody knows."""
    checks: tuple[Check, ...]

    def due(self, within: int | None) -> tuple[Deprecation, ...]:
        """Return what may be gone within so many days, or is so already."""
        if within is None:
            return ()
        return tuple(one for one in self.deprecations if one.days is not None and one.days <= within)


@frozen
class _Case:
    """One document as it is, and as it is after overlays and passes."""

    name: str
    data: Json
    corrected: Json
    normalized: Json


def examine(config: Config, *, today: date, online: bool = False) -> Examination:
    """Examine the documents and the environment of a configuration.

    Raises:
        OdcgenError: if a document or an overlay is broken.
    """
    cases: list[_Case] = []
    stale: list[StaleAction] = []
    actions = 0
    for source in read_inputs(config).sources:
        case, found, count = _case(source)
        cases.append(case)
        stale += found
        actions += count
    return Examination(
        sightings=tuple(_sighting(trap, cases) for trap in TRAPS),
        stale=tuple(stale),
        actions=actions,
        deprecations=tuple(
            found for case in cases for found in deprecations(case.name, case.corrected, today)
        ),
        fetched={document.name: load_record(document.path).fetched for document in config.documents},
        checks=tuple(environment(config, online=online)),
    )


def _case(source: Source) -> tuple[_Case, list[StaleAction], int]:
    document, _ = read_any(Path(source.config.shown or source.config.path.name), source.text, source)
    data, stale, count = apply_overlays(source, document)
    data = copy_value(data)
    make_sound(evolve(document, data=data), source.config.repairs)
    return _Case(source.config.name, document.data, data, normalize(copy_value(data))), stale, count


def _sighting(trap: Trap, cases: list[_Case]) -> Sighting:
    places = {case.name: tuple(trap.find(case.data)) for case in cases}
    left = {case.name: tuple(trap.left(case.normalized)) for case in cases} if trap.left else {}
    return Sighting(trap, _filled(places), _filled(left))


def _filled(found: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    return {name: pointers for name, pointers in found.items() if pointers}
