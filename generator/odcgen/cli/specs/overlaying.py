"""`odcgen specs overlay`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from odcgen.cli.terminal import say, warn

_FILE = click.Path(path_type=Path)


@click.command(short_help="Apply overlays to any document.")
@click.argument("document", type=_FILE)
@click.argument("overlays", nargs=-1, required=True, type=_FILE, metavar="OVERLAY...")
@click.option("--output", "-o", type=_FILE, help="Write to this file instead of printing.")
@click.option("--strict", is_flag=True, help="Give no result if an action matches nothing.")
def overlay(document: Path, overlays: tuple[Path, ...], output: Path | None, strict: bool) -> None:
    """Apply OpenAPI Overlays 1.0 and 1.1 to any document, one after the other.

    Actions that match nothing are reported, and the exit code is then 1; the others are applied all the same.
    """
    from odcgen.documents.document import read_document
    from odcgen.errors import OverlayError
    from odcgen.overlay import apply, load_overlay
    from odcgen.specs.files import replace_file
    from odcgen.specs.text import write_text

    read = [load_overlay(path) for path in overlays]
    data = read_document(document).data
    unmatched: list[OverlayError] = []
    for one in read:
        data = apply(data, one, unmatched=unmatched)
    for finding in unmatched:
        warn(str(finding))
    if strict and unmatched:
        say("nothing was written, because of --strict.", kind="error", err=True)
    elif output is None:
        click.echo(write_text(data, document), nl=False)
    else:
        replace_file(output, write_text(data, output).encode())
        click.echo(f"wrote {output}", err=True)
    sys.exit(1 if unmatched else 0)
