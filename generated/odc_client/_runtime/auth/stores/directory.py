"""A private directory and its files: atomic writes, and no trust in what other accounts may put there."""

from __future__ import annotations

import errno
import os
import secrets
import stat
import sys
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors.base import ConfigurationError
from .faults import StoreUnavailable, Unreadable

if TYPE_CHECKING:
    from collections.abc import Generator

__all__ = ["ENTRY", "PrivateDirectory", "default_directory"]

NAME = "odc-client"
CACHES = {"win32": ("AppData", "Local"), "darwin": ("Library", "Caches")}
FILE_MODE = 0o600
DIRECTORY_MODE = 0o700
LARGEST_ENTRY = 256 * 1024  # what is cut off there does not pass the cipher's check
TEMPORARY = ".tmp"
ENTRY = ".token"
LIVES = {TEMPORARY: 60.0, ENTRY: 90 * 86400.0}
WRITABLE_BY_OTHERS = stat.S_IWGRP | stat.S_IWOTH
CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL


def _flags(*names: str) -> int:
    return sum(getattr(os, name, 0) for name in names)  # as far as the platform has them


SAFE_OPEN = _flags("O_CLOEXEC", "O_NOFOLLOW", "O_NONBLOCK", "O_BINARY")


def default_directory() -> Path:
    """The current account's cache directory for tokens, as its platform wants it."""
    named = Path(os.environ.get("LOCALAPPDATA" if sys.platform == "win32" else "XDG_CACHE_HOME", ""))
    if named.is_absolute():
        return named / NAME
    try:
        home = Path.home()
    except RuntimeError:
        raise ConfigurationError("this account has no home: name a directory for the token store") from None
    return home.joinpath(*CACHES.get(sys.platform, (".cache",)), NAME)


class PrivateDirectory:
    """A directory of mode 0700 with files of mode 0600; its methods raise OSError or StoreUnavailable."""

    __slots__ = ("path",)

    def __init__(self, path: Path) -> None:
        self.path = path

    def prepare(self) -> None:
        """Make the directory if it is missing, whatever the umask, and check whose it is."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            self.path.mkdir(DIRECTORY_MODE)
            self.path.chmod(DIRECTORY_MODE)
        except FileExistsError:
            pass
        with self._opened():
            return

    def read(self, name: str) -> bytes | None:
        """Return a file's content, or None if there is none; Unreadable if another may have made it."""
        try:
            with self._opened() as at:
                descriptor = os.open(self._path(name, at), os.O_RDONLY | SAFE_OPEN, dir_fd=at)
        except FileNotFoundError:
            return None
        except OSError as error:
            if error.errno in (errno.ELOOP, errno.ENXIO):
                raise Unreadable("it is no regular file") from None
            raise
        try:
            _check_file(os.fstat(descriptor))
            return os.read(descriptor, LARGEST_ENTRY)
        finally:
            os.close(descriptor)

    def write(self, name: str, content: bytes) -> None:
        """Replace a file as a whole: a reader sees the old or the new one, whenever a writer is killed."""
        self.prepare()
        with self._opened() as at:
            temporary = self._path(f"{name}.{secrets.token_hex(8)}{TEMPORARY}", at)
            descriptor = os.open(temporary, CREATE | SAFE_OPEN, FILE_MODE, dir_fd=at)
            try:
                _fill(descriptor, content)
                os.replace(temporary, self._path(name, at), src_dir_fd=at, dst_dir_fd=at)
            except BaseException:
                with suppress(OSError):
                    os.unlink(temporary, dir_fd=at)
                raise
            self._sweep(at)

    def remove(self, name: str) -> None:
        """Remove a file, if there is one."""
        with suppress(FileNotFoundError), self._opened() as at:
            os.unlink(self._path(name, at), dir_fd=at)

    @contextmanager
    def _opened(self) -> Generator[int | None]:
        """Open and check the directory; what follows goes through its descriptor, so it cannot be swapped."""
        if sys.platform == "win32":  # has no such descriptors; the profile's access list keeps others out
            yield None
            return
        try:
            descriptor = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        except OSError as error:
            if error.errno in (errno.ENOTDIR, errno.ELOOP):
                raise StoreUnavailable(f"{self.path} is a symbolic link, or no directory") from None
            raise
        try:
            if wrong := _distrust(os.fstat(descriptor)):
                raise StoreUnavailable(f"{self.path} {wrong}")
            yield descriptor
        finally:
            os.close(descriptor)

    def _path(self, name: str, at: int | None) -> str:
        return name if at is not None else str(self.path / name)

    def _sweep(self, at: int | None) -> None:
        """Remove what killed writers left behind, and the entries of secrets rotated away long ago."""
        now = time.time()
        with suppress(OSError), os.scandir(self.path if at is None else at) as entries:
            for entry in entries:
                life = LIVES.get(Path(entry.name).suffix)
                if life is not None and entry.stat(follow_symlinks=False).st_mtime < now - life:
                    os.unlink(self._path(entry.name, at), dir_fd=at)


def _fill(descriptor: int, content: bytes) -> None:
    with os.fdopen(descriptor, "wb") as file:
        if sys.platform != "win32":
            os.fchmod(descriptor, FILE_MODE)  # a umask may have taken bits away
        file.write(content)
        file.flush()
        os.fsync(descriptor)


def _check_file(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise Unreadable("it is no regular file")
    if wrong := _distrust(status):
        raise Unreadable(f"it {wrong}")


def _distrust(status: os.stat_result) -> str | None:
    """Why the file or directory could be another account's work, or None."""
    if sys.platform == "win32":
        return None
    if status.st_uid != os.geteuid():
        return "belongs to another account"
    if status.st_mode & WRITABLE_BY_OTHERS:
        return f"can be written by other accounts (mode {stat.S_IMODE(status.st_mode):04o})"
    return None
