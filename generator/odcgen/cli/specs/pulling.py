"""`odcgen specs pull`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from odcgen.cli.project import here, project_options
from odcgen.cli.terminal import say, steps, warn
from odcgen.errors import OdcgenError, printable

if TYPE_CHECKING:
    from odcgen.specs.catalog import Original
    from odcgen.specs.pull import Candidate
    from odcgen.specs.sources import Fetched, Progress

_SAID = {
    "current": "unchanged",
    "texts only": "only texts changed upstream, the interface is the same",
    "new": "not here yet",
}


@click.command(short_help="Fetch newer documents and show what changes.")
@project_options
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--from", "origin", default="", metavar="DIR|URL", help="Read from here instead of the published place."
)
@click.option("--keep-prose", is_flag=True, help="Keep descriptions and examples, if you may.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@click.option("--yes", "-y", is_flag=True, help="Replace without asking on a terminal.")
def pull(names: tuple[str, ...], origin: str, keep_prose: bool, dry_run: bool, yes: bool) -> None:
    """Fetch newer documents, show what changes, and replace the old ones.

    Without NAME: all documents of odcgen.toml. A document that is broken, cut off or of another API never
    replaces a good one.
    """
    from odcgen.specs.sources import available, read_originals

    from .workspace import wanted

    originals = wanted(here(), names)
    if not names:
        originals = available(originals, origin)
    answers = read_originals(originals, origin, texts=keep_prose, progress=_progress(len(originals)))
    candidates, failed = _candidates(originals, answers, origin, keep_prose)
    changed = [candidate for candidate in candidates if candidate.status in ("new", "changed")]
    for candidate in candidates:
        _show(candidate)
    if dry_run:
        click.echo(f"{_counted(len(changed))} would be written; nothing was")
    else:
        _replace(candidates, changed, ask=not yes and sys.stdin.isatty())
    sys.exit(1 if failed else 0)


def _candidates(
    originals: list[Original], answers: list[Fetched], origin: str, texts: bool
) -> tuple[list[Candidate], int]:
    """Return what could replace something, and how many failed; each failure is told at once."""
    from odcgen.specs.pull import prepare
    from odcgen.specs.sources import place_of

    candidates: list[Candidate] = []
    failed = 0
    for original, answer in zip(originals, answers, strict=True):
        place = place_of(original, origin, single=len(originals) == 1).text
        try:
            if isinstance(answer, OdcgenError):
                raise answer
            candidates.append(prepare(original, answer, place=place, texts=texts))
        except OdcgenError as error:
            failed += 1
            say(f"{original.name} stays as it is: {error}", kind="error", err=True)
    return candidates, failed


def _show(candidate: Candidate) -> None:
    from odcgen.diff.text import render_text
    from odcgen.specs.pull import compare

    name = candidate.original.name
    for note in candidate.notes:
        say(printable(f"{name}: {note}"), kind="note", err=True)
    if candidate.status != "changed":
        click.echo(f"{name}: {_SAID[candidate.status]}")
        return
    report, reason = compare(candidate)
    if reason:
        warn(f"{name}: {reason}")
    click.echo(render_text(report) if report else f"{name}: replaced by a good one\n", nl=False)


def _replace(candidates: list[Candidate], changed: list[Candidate], *, ask: bool) -> None:
    from odcgen.specs.pull import put

    if changed and ask and not click.confirm(f"Write {_counted(len(changed))}?", default=True):
        click.echo("nothing was written")
        return
    for candidate in candidates:
        put(candidate)
    if changed:
        click.echo(f"{_counted(len(changed))} written; now run `odcgen generate`")


def _counted(number: int) -> str:
    return f"{number} document" if number == 1 else f"{number} documents"


def _progress(total: int) -> Progress:
    """Return what to call for each original that is read."""
    show = steps(total, silent=False)

    def step(original: Original, answer: Fetched) -> None:
        what = "failed" if isinstance(answer, OdcgenError) else _size(answer.content)
        show(f"{original.name}: {what}")

    return step


def _size(content: bytes | None) -> str:
    return "nothing newer" if content is None else f"{len(content) / 1000:.0f} kB"
