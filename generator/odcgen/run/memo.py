"""What the last run made of which inputs: enough to see at once that there is nothing to do.

It is kept in the cache and not in the package, whose bytes depend on what is generated and nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

from odcgen.kit.files import replace_file
from odcgen.kit.owners import stranger


def cache_folder() -> Path | None:
    """Return the folder of the cache; None where `ODCGEN_CACHE_DIR` is empty, or others can write there.

    What is in it becomes code.
    """
    chosen = os.environ.get("ODCGEN_CACHE_DIR")
    if chosen == "":
        return None
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    folder = Path(chosen or Path(base, "odcgen"))
    try:
        return None if stranger(folder) else folder
    except OSError:
        return folder  # it is yet to be made


def recall(target: Path) -> str:
    """Return the state in which a package was last current; empty if unknown."""
    memo = _memo(target)
    with contextlib.suppress(OSError, UnicodeDecodeError):
        return memo.read_text("utf-8") if memo else ""
    return ""


def remember(target: Path, state: str) -> None:
    """Note that a package is current in this state; a cache that cannot be written is no error."""
    memo = _memo(target)
    if memo is None:
        return
    with contextlib.suppress(OSError):
        replace_file(memo, state.encode())


def _memo(target: Path) -> Path | None:
    folder = cache_folder()
    return folder / f"{hashlib.sha256(str(target).encode()).hexdigest()}.memo" if folder else None
