"""`odcgen vendor status`."""

from __future__ import annotations

import glob
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from odcgen.cli.trust import trust_option
from odcgen.errors import OdcgenError, UsageError

from .shown import markdown_of, text_of

if TYPE_CHECKING:
    from odcgen.vendoring.state import State


@click.command()
@trust_option
@click.argument("destinations", metavar="DEST...", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list.")
@click.option("--markdown", is_flag=True, help="Print Markdown, for the summary of a CI job.")
def status(destinations: tuple[str, ...], as_json: bool, markdown: bool) -> None:
    """Tell what became of the copies in DEST: up to date, behind, edited by hand, or only formatted.

    DEST is a copy, a folder with copies somewhere below it, or a pattern such as `src/**`. Exits with 1 if
    one is behind or edited, so that CI sees it; one that was placed with --pin may be behind.
    """
    from odcgen.vendoring.state import look

    states: list[State] = []
    broken: list[OdcgenError] = []
    for folder in _copies(destinations):
        try:
            states.append(look(folder))
        except OdcgenError as error:
            broken.append(error)
    if as_json:
        faults = [{"state": "broken", "error": str(one)} for one in broken]
        click.echo(json.dumps([*(state.plain() for state in states), *faults], indent=2))
    else:
        click.echo((markdown_of if markdown else text_of)(states), nl=False)
    for fault in broken:
        click.echo(f"error: {fault}", err=True)
    if broken or not all(state.good for state in states):
        sys.exit(1)


def _copies(destinations: tuple[str, ...]) -> list[Path]:
    """Return the copies that are meant, each once.

    Raises:
        UsageError: if there is none.
    """
    from odcgen.vendoring.copy import copies_below

    found: dict[Path, None] = {}
    for destination in destinations:
        pattern = glob.has_magic(destination)
        paths = sorted(glob.glob(destination, recursive=True)) if pattern else [destination]  # noqa: PTH207
        copies = [copy for path in paths if Path(path).is_dir() for copy in copies_below(Path(path))]
        if not copies and not pattern:
            missing = "does not exist" if not Path(destination).exists() else "has no copy in it"
            raise UsageError(f"{destination!r} {missing}", hint="`odcgen vendor DEST` makes a copy.")
        found |= dict.fromkeys(copy.resolve() for copy in copies)
    if not found:
        raise UsageError("there is no copy there", hint="`odcgen vendor DEST` makes one.")
    return list(found)
