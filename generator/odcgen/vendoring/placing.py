"""Placing a copy where there is none yet."""

from __future__ import annotations

import os
from pathlib import Path

from odcgen.config import package_name
from odcgen.errors import OutputError, UsageError
from odcgen.output.compare import compare
from odcgen.output.exchange import write_at_once
from odcgen.output.manifest import FILE_NAME, VENDORED

from .copy import Copy


def target_of(destination: Path, package: str | None) -> Path:
    """Return the folder of a new copy: the destination, or the package's folder in it.

    Raises:
        ConfigError: if its name is none that Python can import.
        UsageError: if the destination is a file.
    """
    target = Path(os.path.abspath(destination))  # noqa: PTH100 - a link in the way is the user's choice
    if package is not None and target.name != package:
        target = target / package
    package_name(target.name)
    for path in (target, *target.parents):
        if path.exists() and not path.is_dir():
            raise UsageError(f"{str(path)!r} is a file, and the copy needs a folder there")
    return target


def refuse_occupied(target: Path) -> None:
    """Refuse a folder in which something is already.

    Raises:
        UsageError: if a copy is there; it says how to renew it.
        OutputError: if something else is there.
    """
    if (target / VENDORED).exists():
        raise UsageError(
            f"{str(target)!r} is a copy already", hint=f"Renew it with `odcgen vendor update {target.name}`."
        )
    if (target / FILE_NAME).exists():
        raise OutputError(
            "a package that `odcgen generate` writes is there",
            file=str(target),
            hint="Choose another folder, or remove it first.",
        )
    found = sorted(path.name for path in target.iterdir()) if target.is_dir() else []
    if found := [name for name in found if name != "__pycache__"]:
        shown = ", ".join(found[:5]) + (f" and {len(found) - 5} more" if len(found) > 5 else "")
        raise OutputError(
            f"files that odcgen did not write are there: {shown}",
            file=str(target),
            hint="Name a folder of its own for the copy, or put it in this one with --package NAME.",
        )


def put(copy: Copy) -> int:
    """Write a copy that is new; return the number of its files.

    Raises:
        OutputError: if it cannot be written; nothing is there then.
    """
    changes = compare(copy.target, copy.files, copy.once)
    write_at_once(copy.target, copy.files, changes)
    return len(copy.files)
