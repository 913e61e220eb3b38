"""Bringing a package to its new state in one step: the folder is made anew and takes the old one's name.

Linux and macOS can give two folders each other's name at once, so that whoever looks, and whoever kills the
run, finds the old package or the new one. Elsewhere `write` moves the files one by one, with a journal.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from odcgen.errors import OutputError

from .compare import Changes, states
from .lock import alone
from .stage import Stage
from .write import finish, write

_HERE = -100  # AT_FDCWD: the paths are not relative to a descriptor
_LINUX_EXCHANGE = 2
_MACOS_SWAP = 2


def write_at_once(target: Path, files: Mapping[str, str], changes: Changes) -> None:
    """Bring a package to its new state, in one step where the system can; the user's files stay in it.

    Raises:
        OutputError: if it cannot be written, or is not what it was when the changes were found.
    """
    finish(target)
    if not changes:
        return
    if not target.is_dir() or not _carries(target):
        write(target, files, changes)
        return
    try:
        stage = Stage.make(target)
        try:
            with alone(target.parent):
                whole = _made_anew(target, stage, files, changes)
                done = _exchanged(whole, target)
        finally:
            stage.remove()
    except OSError as error:
        raise OutputError(f"the package cannot be written: {error}", file=str(target)) from None
    if not done:
        write(target, files, changes)


def _made_anew(target: Path, stage: Stage, files: Mapping[str, str], changes: Changes) -> Path:
    """Return a folder with the new state of the package; what is not odcgen's has one more name in it."""
    if (now := states(target, changes.seen)) != changes.seen:
        path = next(path for path in now if now[path] != changes.seen[path])
        raise OutputError(f"{path!r} has changed meanwhile", file=str(target), hint="Run the command again.")
    whole = stage.folder / "whole"
    gone = {*changes.written, *changes.deleted}
    shutil.copytree(
        target,
        whole,
        symlinks=True,
        copy_function=os.link,
        ignore=lambda folder, names: {
            name for name in names if (Path(folder) / name).relative_to(target).as_posix() in gone
        },
    )
    for path in changes.written:
        new = whole / path
        new.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(files[path].encode())
    for path in changes.deleted:
        _drop_empty(whole, path)
    return whole


def _drop_empty(whole: Path, path: str) -> None:
    for parent in list(Path(path).parents)[:-1]:
        folder = whole / parent
        if not folder.is_dir() or any(one.name != "__pycache__" for one in folder.iterdir()):
            return
        shutil.rmtree(folder)


def _carries(target: Path) -> bool:
    """Tell whether all that is in a folder can be carried over: plain files and folders."""
    return all(path.is_file() or path.is_dir() for path in target.rglob("*") if not path.is_symlink())


def _exchanged(one: Path, other: Path) -> bool:
    """Give two folders each other's name in one step; False where the system cannot."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            result = library.renameat2(_HERE, first, _HERE, second, _LINUX_EXCHANGE)
        elif sys.platform == "darwin":
            result = library.renamex_np(first, second, _MACOS_SWAP)
        else:
            return False
    except (OSError, AttributeError, TypeError):
        return False
    return bool(result == 0)
