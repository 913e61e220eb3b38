"""`odcgen vendor DEST`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from odcgen.cli.trust import trust_option
from odcgen.errors import UsageError

from .choices import choices, recipe_of


@click.command("place")
@trust_option
@click.argument("destination", metavar="DEST", type=click.Path(path_type=Path))
@choices
def vendor_copy(destination: Path, package: str | None, **chosen: Any) -> None:
    r"""Place a copy of the client in the folder DEST, or with --package in DEST/NAME.

    The copy needs only httpx and attrs and imports itself relatively, so it works wherever it stands. It is
    made from what odcgen.toml here or above names, else from the documents that odcgen brings along.

    \b
    Example:
      odcgen vendor src/acme/_vendor/odc --api identity --no-async
    """
    from odcgen.vendoring.copy import make_copy
    from odcgen.vendoring.placing import put, refuse_occupied, target_of

    if str(destination).startswith("-"):
        raise UsageError(f"there is no option {str(destination)!r}")
    target = target_of(destination, package)
    refuse_occupied(target)
    copy = make_copy(target, recipe_of(target, **chosen))
    for api in copy.package.apis:
        for warning in api.warnings:
            click.echo(f"warning: {api.name}: {warning}", err=True)
    count = put(copy)
    operations = sum(len(resource.operations) for api in copy.package.apis for resource in api.resources)
    click.echo(
        f"placed {copy.recipe.package} in {target}: {len(copy.package.apis)} APIs, {operations} operations, "
        f"{count} files; commit them, and let CI run `odcgen vendor status {destination}`"
    )
