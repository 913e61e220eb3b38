"""The folder beside a package in which a run prepares its files, and the journal that says it is complete.

Each run has a folder of its own, so that nobody's is taken for it: `.NAME.odcgen-` with eight random digits,
made by this user, with a file in it that says what it is, and that the run keeps locked while it lives. One
with a journal was left by a run that was killed while it moved files; the next run that writes moves the
rest. One without is removed.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from odcgen.errors import OutputError
from odcgen.kit.digests import digest
from odcgen.kit.files import replace_file

from .compare import Changes
from .folder import NOTHING, Folder
from .lock import CAN_LOCK, alone, held
from .manifest import FILE_NAME, is_inside, read_manifest

_JOURNAL: Final = "journal.json"
_MARK: Final = "made-by-odcgen"
_ABANDONED: Final = 3600.0


class Stage:
    """A folder beside a package with its new files, and the old ones until all is done."""

    def __init__(self, target: Path, folder: Path) -> None:
        """Take a folder that exists."""
        self._target = target
        self.folder = folder
        self._lock: int | None = None

    @classmethod
    def make(cls, target: Path) -> Stage:
        """Make a new one, which no other run knows, and lock it."""
        target.parent.mkdir(parents=True, exist_ok=True)
        stage = cls(target, target.parent / f".{target.name}.odcgen-{secrets.token_hex(4)}")
        with alone(target.parent):
            stage.folder.mkdir()
            stage.folder.joinpath(_MARK).write_text(target.name, "utf-8")
            stage.is_free()
        return stage

    def new(self, path: str) -> Path:
        """Return where the new content of a file is."""
        return self.folder / "new" / path

    def old(self, path: str) -> Path:
        """Return where the old content of a file is kept."""
        return self.folder / "old" / path

    def add(self, path: str, text: str) -> None:
        """Write the new content of a file."""
        self.new(path).parent.mkdir(parents=True, exist_ok=True)
        self.new(path).write_bytes(text.encode())

    def seal(self, changes: Changes) -> None:
        """Write the journal last and whole: from here on the new state wins."""
        written = {
            path: [changes.seen[path], digest(self.new(path).read_bytes())] for path in changes.written
        }
        deleted = {path: changes.seen[path] for path in changes.deleted}
        journal = {"written": written, "deleted": deleted}
        replace_file(self.folder / _JOURNAL, json.dumps(journal, sort_keys=True).encode())

    def move(self, changes: Changes) -> None:
        """Move unwanted files out and new ones in, the manifest last; old ones are kept until all is done."""
        with Folder(self._target) as package:
            for path in changes.deleted:
                package.keep(path, self.old(path))
                package.drop(path)
            for path in sorted(changes.written, key=FILE_NAME.__eq__):
                package.keep(path, self.old(path))
                package.put(path, self.new(path))

    def restore(self, changes: Changes) -> None:
        """Put everything back as it was before `move`."""
        with Folder(self._target) as package:
            for path in changes.written:
                if not self.new(path).exists() and not os.path.lexists(self.old(path)):
                    with contextlib.suppress(OSError, OutputError):
                        package.drop(path)
            for path in (*changes.written, *changes.deleted):
                if os.path.lexists(self.old(path)):
                    with contextlib.suppress(OSError, OutputError):
                        package.put(path, self.old(path))

    def remove(self) -> None:
        """Remove the folder."""
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None
        shutil.rmtree(self.folder, ignore_errors=True)

    def finish(self) -> None:
        """Move what a killed run has not moved any more, as far as nobody has touched the package since."""
        written, deleted = self._journal()
        manifest = read_manifest(self._target)
        with Folder(self._target) as package:
            for path, old in deleted.items():
                if package.state(path) == old and manifest and manifest.files.get(path) == old:
                    package.drop(path)
            with Folder(self.folder / "new") as new:
                for path in sorted(written, key=FILE_NAME.__eq__):
                    old, content = written[path]
                    if new.state(path) == content and package.state(path) in (old, NOTHING):
                        package.put(path, self.new(path))

    @property
    def is_sealed(self) -> bool:
        """Whether the run that made it had all files complete."""
        return self.folder.joinpath(_JOURNAL).is_file()

    def is_free(self) -> bool:
        """Lock the folder for this run, and tell whether that could be done: no other run is at work in it.

        Where nothing can be locked, an old folder is free.
        """
        mark = self.folder / _MARK
        if not CAN_LOCK:
            return time.time() - self.folder.lstat().st_mtime > _ABANDONED
        if not mark.is_file():
            return True  # killed before it wrote a thing
        self._lock = held(mark)
        return self._lock is not None

    def _journal(self) -> tuple[dict[str, tuple[str, str]], dict[str, str]]:
        """Return the paths to write with old and new states, and those to delete with old ones."""
        try:
            with Folder(self.folder) as folder:
                raw: Any = json.loads(folder.read(_JOURNAL) or b"{}")
            written = {path: (str(old), str(new)) for path, (old, new) in raw["written"].items()}
            deleted = {path: str(old) for path, old in raw["deleted"].items()}
        except (OSError, OutputError, RecursionError, ValueError, LookupError, TypeError, AttributeError):
            return {}, {}
        if not all(map(is_inside, (*written, *deleted))):
            return {}, {}
        return written, deleted


def left_behind(target: Path) -> Iterator[Stage]:
    """Yield the folders that runs for a package made; what only looks like one is not among them."""
    pattern = re.compile(re.escape(f".{target.name}.odcgen-") + "[0-9a-f]{8}")
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        for folder in sorted(target.parent.iterdir()):
            if pattern.fullmatch(folder.name) and _is_ours(folder, target):
                yield Stage(target, folder)


def _is_ours(folder: Path, target: Path) -> bool:
    status = folder.lstat()
    try:
        with Folder(folder) as inside:
            mark = inside.read(_MARK)
            made = mark in (b"", target.name.encode()) or (mark is None and not any(folder.iterdir()))
    except (OSError, OutputError):
        return False
    return made and (not hasattr(os, "geteuid") or status.st_uid == os.geteuid())
