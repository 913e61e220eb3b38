"""The git repository around a copy: whether it is clean, and where the user's code is."""

from __future__ import annotations

import subprocess
from pathlib import Path

from odcgen.errors import OutputError

_SHOWN = 5


def refuse_dirty(folder: Path) -> None:
    """Refuse a copy whose repository has changes that are not committed: they could not be told apart.

    Raises:
        OutputError: naming some of them.
    """
    changed = [line for line in _changed(folder) if not line.startswith("??")]
    changed += _changed(folder, "--", ".")
    names = list(dict.fromkeys(line[3:] for line in changed))
    if names:
        more = f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
        raise OutputError(
            f"the repository has changes that are not committed: {', '.join(names[:_SHOWN])}{more}",
            file=str(folder),
            hint="Commit or stash them, so that you see what the update does, or go on with --force.",
        )


def code_around(folder: Path) -> Path:
    """Return the folder in which the user's code is: the repository of a copy, or where one works."""
    top = _git(folder, "rev-parse", "--show-toplevel").strip()
    if top:
        return Path(top)
    here = Path.cwd()
    return here if folder.is_relative_to(here) else folder.parent


def _changed(folder: Path, *where: str) -> list[str]:
    return _git(folder, "status", "--porcelain", "--untracked-files=normal", *where).splitlines()


def _git(folder: Path, *arguments: str) -> str:
    """Return what git says of a folder; nothing where it is in no repository, or git is missing."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            capture_output=True,
            check=False,
            text=True,
            errors="replace",
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
