"""`odcgen vendor publish-ready`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from odcgen.cli.trust import trust_option
from odcgen.errors import UsageError

from .choices import choices, recipe_of


@click.command("publish-ready")
@trust_option
@click.argument("destination", metavar="DEST", type=click.Path(path_type=Path))
@choices
@click.option("--version", "version", default="0.1.0", show_default=True, help="The version of the project.")
def publish_ready(destination: Path, package: str | None, version: str, **chosen: Any) -> None:
    """Make the project DEST whose wheel is the client, for a package index of your own.

    The package stands in DEST/src; `odcgen vendor update DEST` renews it later. The rest of DEST is yours.
    """
    from odcgen.vendoring.copy import make_copy
    from odcgen.vendoring.placing import put, refuse_occupied, target_of
    from odcgen.vendoring.project import write_project

    name = package or destination.resolve().name.replace("-", "_")
    if not name.isidentifier():
        raise UsageError(f"{name!r} is no package name", hint="Give it one with --package NAME.")
    target = target_of(destination / "src", name)
    refuse_occupied(target)
    copy = make_copy(target, recipe_of(target, **chosen))
    put(copy)
    written = write_project(destination, copy, version)
    click.echo(
        f"made {destination}: {', '.join(['src/' + name, *written])}; `python -m build` makes its wheel"
    )
