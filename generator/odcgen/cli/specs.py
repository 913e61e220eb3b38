"""`odcgen specs …`."""

from __future__ import annotations

from pathlib import Path

import click


@click.group()
def specs() -> None:
    """Work on OpenAPI documents."""


@specs.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--output", "-o", type=click.Path(path_type=Path), help="Write to this file instead of printing."
)
@click.option("--keep-prose", is_flag=True, help="Keep descriptions and examples, if you may.")
def distill(file: Path, output: Path | None, keep_prose: bool) -> None:
    """Reduce an upstream document to its interface facts, in canonical order."""
    from odcgen.load import load_document
    from odcgen.specs import distill as distilled
    from odcgen.specs import dump
    from odcgen.validate import validate

    document = load_document(file)
    validate(document)
    text = dump(distilled(document.data, keep_prose=keep_prose))
    if output is None:
        click.echo(text, nl=False)
    else:
        from odcgen.output.write import write_file

        write_file(output, text)
        click.echo(f"wrote {output}")
