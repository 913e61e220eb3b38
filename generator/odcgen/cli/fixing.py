"""`odcgen doctor FILE --fix OVERLAY`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from odcgen.errors import OutputError, UsageError, printable


def write_fix(file: Path | None, overlay: Path) -> NoReturn:
    """Write the overlay that mends a document, say what it does and what is left, and exit.

    Raises:
        OdcgenError: if there is no document, or the overlay cannot be written.
    """
    from odcgen.doctor.fix import fix

    if file is None:
        raise UsageError("--fix needs the FILE that is to be mended")
    if overlay.exists():
        raise UsageError(f"{overlay} is there already", hint="Remove it, or choose another name.")
    found = fix(file)
    for sentence in found.mended:
        click.echo(f"mended: {printable(sentence)}")
    for error in found.left:
        click.echo(f"left to you: {error}")
    if not found.overlay:
        click.echo(f"{file} needs no mending")
        sys.exit(0)
    try:
        overlay.write_text(found.overlay, "utf-8")
    except OSError as error:
        raise OutputError(f"{overlay} cannot be written: {error.strerror or error}") from None
    click.echo(f"wrote {overlay}: {len(found.mended)} mended, {len(found.left)} left to you")
    sys.exit(1 if found.left else 0)
