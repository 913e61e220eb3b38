"""`odcgen doctor`."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from attrs import asdict

from .project import here_or_brought_along, project_options

if TYPE_CHECKING:
    from odcgen.doctor import Examination
    from odcgen.doctor.deprecations import Deprecation
    from odcgen.doctor.examine import Sighting
    from odcgen.doctor.overlays import StaleAction

_SHOWN = 3
_AFTER_CHANGES = 13


@click.command(
    epilog="""\b
Examples:
  odcgen doctor                        the environment, and the documents of odcgen.toml
  odcgen doctor --online               and whether the portal answers
  odcgen doctor shop.yaml --fix overlay.yaml
  odcgen doctor --within 90            exit with 1 if something may be removed within 90 days
"""
)
@project_options
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option(
    "--fix",
    "overlay",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="OVERLAY",
    help="Write the overlay that mends FILE, and exit with 1 if something in it is left to you.",
)
@click.option(
    "--within",
    type=click.IntRange(min=0),
    metavar="DAYS",
    help="Exit with 1 if something deprecated may be removed within so many days.",
)
@click.option("--online", is_flag=True, help="Ask the portal whether it answers; nothing secret is sent.")
@click.option("--traps", is_flag=True, help="Print each known trap, where it is, and what is done about it.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
def doctor(
    file: Path | None, overlay: Path | None, within: int | None, online: bool, traps: bool, as_json: bool
) -> None:
    """Examine the environment, documents and overlays; with FILE, that document in place of odcgen.toml's.

    Exits with 1 if an overlay action is stale, if a trap is left that the corrections should have removed,
    if the portal does not answer (--online), if a removal is due (--within), or if one of your templates
    builds on a built-in one which has changed.
    """
    from odcgen.config import config_for_files
    from odcgen.doctor import examine

    from .fixing import write_fix
    from .stale import stale_templates

    if overlay is not None:
        write_fix(file, overlay)
    today = datetime.now(tz=UTC).date()
    config = config_for_files((file,), package="client", out=Path()) if file else here_or_brought_along()
    examination = examine(config, today=today, online=online)
    findings = [*_findings(examination, within), *stale_templates(config)]
    if as_json:
        click.echo(json.dumps(_plain(examination, findings), indent=2))
    else:
        _print(examination, findings, traps=traps)
    sys.exit(1 if findings else 0)


def _findings(examination: Examination, within: int | None) -> Iterable[str]:
    """Yield a sentence for each thing that somebody has to do something about."""
    for sighting in examination.sightings:
        for name, pointers in sighting.left.items():
            yield f"{name}: {sighting.trap.title} are left: {_several(pointers)}"
    for stale in examination.stale:
        if not stale.brought_along:
            yield f"{_action(stale)}; remove it"
    for due in examination.due(within):
        yield f"{due.api}: {due.what} {_when(due)}"
    for check in examination.checks:
        if check.what == "portal answers" and not check.ready:
            if not os.environ.get("ODC_PORTAL_DOMAIN", "").strip():
                yield f"{check.detail}, so the portal was not asked; set it to the domain of your portal"
            else:
                yield f"the portal does not answer: {check.detail}"


def _print(examination: Examination, findings: list[str], *, traps: bool) -> None:
    click.echo("Environment")
    for check in examination.checks:
        click.echo(f"  {'ok' if check.ready else '--'}  {check.what}: {check.detail}")
    click.echo("\nKnown traps in the documents, and what is done about them")
    if traps:
        _print_traps(examination)
    else:
        _print_folded(examination)
    click.echo("\nOverlays")
    click.echo(f"  {examination.actions} actions, {len(examination.stale)} of them stale")
    for stale in examination.stale:
        if stale.brought_along:
            click.echo(f"  {_action(stale)}, for the document is newer than this odcgen")
    click.echo("\nDeprecated")
    for found in examination.deprecations:
        click.echo(f"  {found.api}: {found.what} {_when(found)}")
    if not examination.deprecations:
        click.echo("  nothing")
    click.echo("\nTo do" if findings else "\nNothing to do.")
    for finding in findings:
        click.echo(f"  {finding}")


def _print_traps(examination: Examination) -> None:
    for sighting in examination.sightings:
        if sighting.trap.number == _AFTER_CHANGES:
            _print_fetched(examination.fetched)
        _print_sighting(sighting)


def _print_folded(examination: Examination) -> None:
    """Say in a line how many traps there are and whether any is left."""
    seen = [sighting for sighting in examination.sightings if sighting.places]
    left = sum(1 for sighting in seen if sighting.left)
    state = f"{left} not taken care of: see below" if left else "all taken care of"
    click.echo(f"  {len(seen)} of {len(examination.sightings)} are in them, {state} (--traps lists them)")


def _print_sighting(sighting: Sighting) -> None:
    trap, count = sighting.trap, sum(map(len, sighting.places.values()))
    if not count:
        return
    click.echo(f"  {trap.number:>2}. {trap.title}: {count}")
    for name, pointers in list(sighting.places.items())[:_SHOWN]:
        click.echo(f"      {name}: {len(pointers)}, {_several(pointers, 1)}")
    if (more := len(sighting.places) - _SHOWN) > 0:
        click.echo(f"      and {more} more {'document' if more == 1 else 'documents'}")
    click.echo(f"      -> {trap.treatment}")


def _print_fetched(fetched: dict[str, str]) -> None:
    known = sorted(when for when in fetched.values() if when)
    unknown = sum(1 for when in fetched.values() if not when)
    said = [f"the oldest was fetched on {known[0][:10]}"] if known else []
    said += [f"of {unknown} nobody knows when they were fetched"] if unknown else []
    click.echo(f"  12. documents change: {', '.join(said)}")
    click.echo("      -> `odcgen specs list --online` tells what is newer, `odcgen specs pull` fetches it")


def _action(stale: StaleAction) -> str:
    file = Path(stale.file)
    shown = file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file
    where = f"{shown}:{stale.line}" if stale.line else str(shown)
    return f"{where}: the action on {stale.target} {stale.why}"


def _when(found: Deprecation) -> str:
    if not found.removal or found.days is None:
        return "is deprecated, without a date"
    if found.days < 0:
        return f"may have been removed since {found.removal}"
    return f"may be removed from {found.removal}, in {found.days} days"


def _several(pointers: tuple[str, ...], shown: int = _SHOWN) -> str:
    text = ", ".join(pointer or "the whole document" for pointer in pointers[:shown])
    return f"{text}, …" if len(pointers) > shown else text


def _plain(examination: Examination, findings: list[str]) -> dict[str, Any]:
    return {
        "traps": [
            {
                "number": sighting.trap.number,
                "title": sighting.trap.title,
                "treatment": sighting.trap.treatment,
                "places": sighting.places,
                "left": sighting.left,
            }
            for sighting in examination.sightings
        ],
        "fetched": examination.fetched,
        "overlay_actions": examination.actions,
        "stale_actions": [asdict(stale) for stale in examination.stale],
        "deprecated": [asdict(found) for found in examination.deprecations],
        "environment": [asdict(check) for check in examination.checks],
        "findings": findings,
    }
