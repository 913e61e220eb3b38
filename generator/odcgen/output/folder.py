"""A package's folder: no link below it is followed, and only plain files are read.

Where the system has descriptors of folders, each step of a path is taken from the folder before it, so that
nobody can put a link in the way between a look and a step. Elsewhere each step is looked at first.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
from pathlib import Path
from types import TracebackType
from typing import Final, NamedTuple, Self

from odcgen.errors import OutputError
from odcgen.kit.digests import digest

_DESCRIPTORS: Final = os.open in os.supports_dir_fd and hasattr(os, "O_NOFOLLOW")
_FOLDER: Final = getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_FILE: Final = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe that nobody writes into is no reason to wait
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_MAX_BYTES: Final = 64 * 1024 * 1024
NOTHING = ""
"""The state of a path where nothing is."""


class _Place(NamedTuple):
    """A name for the functions of `os`: relative to a folder's descriptor, or a whole path without one."""

    name: str
    within: int | None = None


class Folder:
    """The files below a folder; use it as a context manager."""

    def __init__(self, path: Path) -> None:
        """Take the folder, which need not exist."""
        self._path = path
        self._known: tuple[tuple[str, ...], _Place] | None = None

    def __enter__(self) -> Self:
        """Return the folder."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: object, trace: TracebackType | None) -> None:
        """Close what is open."""
        self._forget()

    def state(self, path: str) -> str:
        """Return what identifies the content of a file, or says what else is there; empty for nothing.

        Raises:
            OutputError: if a link is on the way to it.
        """
        place = self._place(path)
        status = _status(place) if place else None
        if place is None or status is None:
            return NOTHING
        if _is_link(status):
            return f"link to {os.readlink(place.name, dir_fd=place.within)}"
        if stat.S_ISREG(status.st_mode):
            return digest(self.read(path) or b"")
        return "folder" if stat.S_ISDIR(status.st_mode) else "no plain file"

    def read(self, path: str) -> bytes | None:
        """Return the content of a plain file, None where nothing is.

        Raises:
            OutputError: if it is a link, a pipe or anything but a file, or a link is on the way to it.
        """
        place = self._place(path)
        status = _status(place) if place else None
        if place is None or status is None:
            return None
        if not stat.S_ISREG(status.st_mode) or _is_link(status):
            raise self._refusal(path, "is no plain file")
        descriptor = os.open(place.name, os.O_RDONLY | _FILE, dir_fd=place.within)
        with os.fdopen(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise self._refusal(path, "is no plain file")
            content = file.read(_MAX_BYTES + 1)
        if len(content) > _MAX_BYTES:
            raise self._refusal(path, f"is larger than {_MAX_BYTES // 1024**2} MiB")
        return content

    def keep(self, path: str, where: Path) -> None:
        """Give what is at a path one more name, so that nothing is missing meanwhile; else move it there."""
        place = self._place(path)
        status = _status(place) if place else None
        if place is None or status is None:
            return
        if stat.S_ISDIR(status.st_mode):
            raise self._refusal(path, "is a folder where a file has to be")
        where.parent.mkdir(parents=True, exist_ok=True)
        links = {"follow_symlinks": False} if os.link in os.supports_follow_symlinks else {}
        try:
            os.link(place.name, where, src_dir_fd=place.within, **links)
        except (OSError, NotImplementedError):
            os.replace(place.name, where, src_dir_fd=place.within)

    def put(self, path: str, source: Path) -> None:
        """Move a file to a path, in place of what is there; a link there goes, not what it leads to."""
        place = self._place(path, make=True)
        if place is not None:
            os.replace(source, place.name, dst_dir_fd=place.within)

    def drop(self, path: str) -> None:
        """Remove a file or a link, and the folders that become empty by that, bytecode caches aside."""
        if place := self._place(path):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(place.name, dir_fd=place.within)
        parents = path.split("/")[:-1]
        while parents and self._drop_empty("/".join(parents)):
            parents.pop()

    def _drop_empty(self, path: str) -> bool:
        place = self._place(path)
        inner = self._place(f"{path}/x")
        if place is None or inner is None:
            return False
        with os.scandir(Path(inner.name).parent if inner.within is None else inner.within) as left:
            full = any(entry.name != "__pycache__" for entry in left)
        if full:
            return False
        self._forget()
        place = self._place(path)
        if place is not None:
            shutil.rmtree(place.name, ignore_errors=True, dir_fd=place.within)
        return True

    def _place(self, path: str, *, make: bool = False) -> _Place | None:
        """Return where the last part of a path is looked for, None if a folder on the way is not there."""
        *parents, name = path.split("/")
        at = self._folder(tuple(parents), make=make)
        if at is None:
            return None
        return _Place(name, at.within) if _DESCRIPTORS else _Place(str(Path(at.name, name)))

    def _folder(self, parents: tuple[str, ...], *, make: bool) -> _Place | None:
        if self._known is not None and self._known[0] == parents:
            return self._known[1]
        self._forget()
        at = self._step(_Place(str(self._path)), self._path, make=make)
        shown = self._path
        for part in parents:
            if at is None:
                return None
            shown = shown / part
            place = _Place(part, at.within) if _DESCRIPTORS else _Place(str(Path(at.name, part)))
            try:
                inner = self._step(place, shown, make=make)
            finally:
                _close(at)
            at = inner
        if at is not None:
            self._known = parents, at
        return at

    def _step(self, place: _Place, shown: Path, *, make: bool) -> _Place | None:
        """Enter a folder, which is made if need be; refuse a link, and where it is needed, anything else."""
        if make:
            with contextlib.suppress(FileExistsError):
                os.mkdir(place.name, dir_fd=place.within)
        status = _status(place)
        if status is not None and _is_link(status):
            raise _error(shown, "is a symbolic link, and odcgen follows none in a package")
        if status is None or not stat.S_ISDIR(status.st_mode):
            if make:
                raise _error(shown, "is a file where a folder has to be")
            return None
        if not _DESCRIPTORS:
            return place
        return _Place("", os.open(place.name, os.O_RDONLY | _FOLDER, dir_fd=place.within))

    def _forget(self) -> None:
        if self._known is not None:
            _close(self._known[1])
            self._known = None

    def _refusal(self, path: str, what: str) -> OutputError:
        return _error(self._path / path, what)


def _status(place: _Place) -> os.stat_result | None:
    try:
        return os.lstat(place.name, dir_fd=place.within)
    except (FileNotFoundError, NotADirectoryError):
        return None


def _is_link(status: os.stat_result) -> bool:
    """Tell whether it is a symbolic link, or what Windows has of that kind."""
    reparse = getattr(status, "st_file_attributes", 0) & getattr(stat, "FILE_ATTRIBUTE_REPARSE_POINT", 0)
    return stat.S_ISLNK(status.st_mode) or bool(reparse)


def _close(place: _Place) -> None:
    if place.within is not None:
        os.close(place.within)


def _error(path: Path, what: str) -> OutputError:
    return OutputError(
        f"{path.name!r} {what}", file=str(path), hint="Move it away, or generate into another folder."
    )
