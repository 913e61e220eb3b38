"""`odcgen specs distill`."""

from __future__ import annotations

from pathlib import Path

import click

from odcgen.cli.terminal import say
from odcgen.errors import printable


@click.command(short_help="Reduce a document to its interface facts.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), help="Write to this file instead of printing."
)
@click.option("--keep-prose", is_flag=True, help="Keep descriptions and examples, if you may.")
def distill(file: Path, output: Path | None, keep_prose: bool) -> None:
    """Reduce an upstream document to its interface facts, in canonical order."""
    from odcgen.specs import distill as distilled
    from odcgen.specs import dump
    from odcgen.specs.files import replace_file
    from odcgen.specs.pull import read_original

    document, notes = read_original(file)
    for note in notes:
        say(printable(note), kind="note", err=True)
    text = dump(distilled(document.data, keep_prose=keep_prose))
    if output is None:
        click.echo(text, nl=False)
    else:
        replace_file(output, text.encode())
        click.echo(f"wrote {output}")
