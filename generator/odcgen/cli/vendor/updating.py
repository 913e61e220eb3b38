"""`odcgen vendor update`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from odcgen.cli.trust import trust_option
from odcgen.errors import UsageError

from .shown import renewal_markdown, renewal_text


@click.command()
@trust_option
@click.argument("destination", metavar="DEST", type=click.Path(path_type=Path))
@click.option("--dry-run", is_flag=True, help="Show what would happen, and write nothing.")
@click.option(
    "--force", is_flag=True, help="Go on although the repository has uncommitted changes, or it is pinned."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--markdown", is_flag=True, help="Print Markdown, for the text of a pull request.")
def update(destination: Path, dry_run: bool, force: bool, as_json: bool, markdown: bool) -> None:
    """Renew the copy in DEST from the documents of today, and keep what you edited in it.

    The choices in its .odcgen.toml say what it holds; edit them to have more or less. Edits are merged; what
    does not fit stands between conflict markers, is named, and makes the exit code 1.
    """
    from odcgen.vendoring.copy import place
    from odcgen.vendoring.renewal import plan_renewal, renew
    from odcgen.vendoring.repository import refuse_dirty

    folder = place(destination).resolve()
    if not (force or dry_run):
        refuse_dirty(folder)
    plan = plan_renewal(folder)
    if plan.state.record.recipe.pinned and plan.state.behind and not (force or dry_run):
        raise UsageError(
            f"{str(destination)!r} is pinned", hint="Set pin = false in its .odcgen.toml, or use --force."
        )
    if not dry_run:
        renew(plan)
    if as_json:
        click.echo(json.dumps(plan.plain() | {"dry_run": dry_run}, indent=2))
    else:
        click.echo((renewal_markdown if markdown else renewal_text)(plan, dry_run=dry_run), nl=False)
    if not plan.good:
        sys.exit(1)
