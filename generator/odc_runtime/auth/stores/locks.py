"""A lock between processes, held by the kernel: it ends with its holder, however that one dies."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ...kernel.optional import load
from .faults import StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["file_lock"]

POLL_SECONDS = 0.05


@contextmanager
def file_lock(path: Path, timeout: float) -> Generator[bool]:
    """Hold the lock `path`; yields False if another still held it after `timeout` seconds.

    Raises StoreUnavailable where files cannot be locked. A lock file that stays behind means nothing: only
    the kernel's lock on it does. filelock closes the copy that a forked child inherits, so that the child
    neither holds nor frees the lock.
    """
    filelock = load("filelock")
    lock = None
    try:
        lock = filelock.FileLock(
            path, mode=0o600, poll_interval=POLL_SECONDS, thread_local=False, fallback_to_soft=False
        )
        lock.acquire(timeout)
    except filelock.Timeout:
        lock = None
    except TypeError:
        raise StoreUnavailable("locking needs filelock 4.2 or newer: pip install -U filelock") from None
    except OSError as error:
        raise StoreUnavailable(f"{path.name} cannot be locked ({error.strerror or error})") from None
    try:
        yield lock is not None
    finally:
        if lock is not None:
            with suppress(OSError):  # a disk that failed meanwhile; the lock goes with its descriptor
                lock.release()
