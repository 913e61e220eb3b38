"""Locks that end with their process, where the system has such for folders and files."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    CAN_LOCK = False

    def _lock(descriptor: int, *, wait: bool) -> None:
        """Do nothing: folders cannot be locked here."""
else:
    import fcntl

    CAN_LOCK = True

    def _lock(descriptor: int, *, wait: bool) -> None:
        """Lock an open file or folder; OSError where another process has it, or nothing can be locked."""
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


def held(path: Path) -> int | None:
    """Lock a file until the descriptor that is returned is closed; None where another process has it."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        _lock(descriptor, wait=False)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


@contextmanager
def alone(folder: Path) -> Generator[None]:
    """Wait until no other run makes or finishes anything in this folder, and keep others waiting."""
    if not CAN_LOCK:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # a file system without locks
            _lock(descriptor, wait=True)
        yield
    finally:
        os.close(descriptor)
