"""Whose odcgen.toml and templates are taken: both decide what code is made, and templates may run it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextvars import ContextVar, Token
from pathlib import Path

from odcgen.errors import ConfigError
from odcgen.kit.owners import stranger

_ROOT_OF_A_REPOSITORY = (".git", ".hg", ".jj", ".svn")
_ON_WINDOWS = os.name == "nt"
_HINT = "If you trust everyone who can change it, say so with --trust."
_trusting: ContextVar[bool] = ContextVar("trusting", default=False)


def trust_all() -> Token[bool]:
    """Take everything from everywhere, until `trust_again` is called with what is returned."""
    return _trusting.set(True)


def trust_again(before: Token[bool]) -> None:
    """Look at owners and modes again."""
    _trusting.reset(before)


def folders_above(start: Path) -> Iterator[Path]:
    """Yield the folders in which an odcgen.toml is looked for: from one upwards to the repository's root.

    Without a repository it is all folders above; on Windows, where anyone may make folders at the root of a
    drive, those of the user's home only.
    """
    folders = (start, *start.parents)
    for number, folder in enumerate(folders):
        if any((folder / name).exists() for name in _ROOT_OF_A_REPOSITORY):
            yield from folders[: number + 1]
            return
    home = Path.home() if _ON_WINDOWS else None
    yield from (
        folder for folder in folders if home is None or folder == start or home in (folder, *folder.parents)
    )


def check_file(file: Path) -> None:
    """Refuse a file that others can change or replace.

    Raises:
        ConfigError: saying who.
    """
    _check(file, file.parent, file)
    if file.is_symlink():
        real = file.resolve()
        _check(file, real.parent, real)


def check_tree(folder: Path) -> None:
    """Refuse a folder of templates if others can change anything in it.

    Raises:
        ConfigError: saying what and who.
    """
    for place, _, files in os.walk(folder):
        _check(folder, Path(place))
        for name in files:
            file = Path(place, name)
            if file.is_symlink():
                check_file(file)
            else:
                _check(folder, file)


def _check(asked: Path, *paths: Path) -> None:
    if _trusting.get():
        return
    for path in paths:
        try:
            found = stranger(path)
        except OSError:
            continue  # what is not there is told by whoever reads it
        if found:
            shown = "" if path == asked else f" {str(path)!r}:"
            raise ConfigError(f"{asked.name!r} is not taken:{shown} {found}", file=str(asked), hint=_HINT)
