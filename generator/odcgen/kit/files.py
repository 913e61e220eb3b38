"""Replacing a file: a reader, and whoever comes after a crash, finds the old content or the new one."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import time
from pathlib import Path

_ABANDONED = 3600.0


def replace_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, down to the disk; a link is written through.

    Raises:
        OSError: if it cannot be written; the old one is then as it was.
    """
    target = path.resolve()
    staged = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target)
        with staged.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, staged)
        staged.replace(target)
        _sync_folder(target.parent)
    finally:
        with contextlib.suppress(OSError):
            staged.unlink(missing_ok=True)


def _sweep(path: Path) -> None:
    """Remove what killed runs left behind; another run may be writing what is young."""
    ours = re.compile(re.escape(f".{path.name}.") + r"[0-9a-f]{8}\.tmp")
    for left in path.parent.iterdir():
        if ours.fullmatch(left.name):
            with contextlib.suppress(OSError):
                if time.time() - left.lstat().st_mtime > _ABANDONED:
                    left.unlink()


def _sync_folder(folder: Path) -> None:
    """Bring the new name to the disk, where folders can be synced."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
