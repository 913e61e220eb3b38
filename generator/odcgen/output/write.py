"""Writing a package: everything or nothing, and nothing of the user's.

All new content is first written beside the package. Then a journal says that it is complete, the files are
moved into place one by one, and the journal goes. A run that is killed before the journal leaves the old
package; one that is killed after it is finished by the next run. A failure on the way puts the old files
back.
"""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Collection, Iterable
from pathlib import Path

from attrs import frozen

from odcgen.errors import OutputError
from odcgen.kit.digests import digest
from odcgen.kit.files import replace_file

from .manifest import FILE_NAME, is_inside, read_manifest

_JOURNAL = "journal"


@frozen
class Changes:
    """What differs between a package on disk and the files it should have."""

    written: tuple[str, ...]
    deleted: tuple[str, ...]

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.written or self.deleted)

    def with_files(self, paths: Iterable[str]) -> Changes:
        """Return the changes with more files to write, which are the user's as well as odcgen's."""
        return Changes((*self.written, *paths), self.deleted)


def compare(target: Path, files: dict[str, str], once: Collection[str] = ()) -> Changes:
    """Return which files are to be written and which generated ones are no longer wanted.

    Raises:
        OutputError: if what is there cannot be read.
    """
    try:
        finish(target)
        written = [path for path, text in sorted(files.items()) if _differs(target, path, text, once)]
    except OSError as error:
        raise OutputError(f"the package cannot be read: {error}", file=str(target)) from None
    manifest = read_manifest(target)
    known = manifest.files if manifest else {}
    gone = [path for path in sorted(known) if path not in files and target.joinpath(path).is_file()]
    return Changes(tuple(written), tuple(gone))


def _differs(target: Path, path: str, text: str, once: Collection[str]) -> bool:
    try:
        content = target.joinpath(path).read_bytes()
    except FileNotFoundError:
        return True
    return path not in once and content != text.encode()


def refuse_foreign(target: Path, changes: Changes, *, force: bool) -> None:
    """Refuse to overwrite or delete what odcgen did not write, or what was edited since.

    Raises:
        OutputError: naming the files.
    """
    if force:
        return
    manifest = read_manifest(target)
    known = manifest.files if manifest else {}
    foreign: list[str] = []
    for path in (*changes.written, *changes.deleted):
        file = target / path
        if path == FILE_NAME or not file.exists():
            continue
        if not file.is_file() or known.get(path) != digest(file.read_bytes()):
            foreign.append(path)
    if foreign:
        shown = ", ".join(foreign[:5]) + (f" and {len(foreign) - 5} more" if len(foreign) > 5 else "")
        raise OutputError(
            f"files that odcgen did not write, or that were edited since, are in the way: {shown}",
            file=str(target),
            hint="Move your changes to hooks.py or to templates of your own, or overwrite them with --force.",
        )


def write(target: Path, files: dict[str, str], changes: Changes) -> None:
    """Bring a package to its new state.

    Raises:
        OutputError: if a file cannot be written; the package is then as it was.
    """
    if not changes:
        return
    stage = _stage(target)
    try:
        shutil.rmtree(stage, ignore_errors=True)
        for path in changes.written:
            staged = stage / "new" / path
            staged.parent.mkdir(parents=True, exist_ok=True)
            staged.write_bytes(files[path].encode())
        if target.exists():
            _seal(stage, changes)
            _move(target, stage, changes)
        else:
            (stage / "new").replace(target)  # a package that is new as a whole needs one step only
    except BaseException as error:  # an interrupt from the keyboard, too, leaves the old package
        _restore(target, stage)
        if not isinstance(error, OSError):
            raise
        raise OutputError(f"the package cannot be written: {error}", file=str(target)) from None
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def finish(target: Path) -> None:
    """Complete a run that was killed while it moved files into place."""
    stage = _stage(target)
    journal = stage / _JOURNAL
    if journal.is_file():
        lines = [line for line in journal.read_text("utf-8").splitlines() if is_inside(line[2:])]
        changes = Changes(
            tuple(line[2:] for line in lines if line.startswith("+ ")),
            tuple(line[2:] for line in lines if line.startswith("- ")),
        )
        _move(target, stage, changes)
    shutil.rmtree(stage, ignore_errors=True)


def _stage(target: Path) -> Path:
    return target.parent / f".{target.name}.odcgen"


def _seal(stage: Path, changes: Changes) -> None:
    """Write the journal last and whole: from here on the new state wins."""
    lines = [*(f"+ {path}" for path in changes.written), *(f"- {path}" for path in changes.deleted)]
    replace_file(stage / _JOURNAL, ("\n".join(lines) + "\n").encode())


def _move(target: Path, stage: Path, changes: Changes) -> None:
    """Move new files in and unwanted ones out, keeping the old ones until all is done; safe to repeat."""
    for path in (*changes.written, *changes.deleted):
        new, old, final = stage / "new" / path, stage / "old" / path, target / path
        if final.is_file() and not old.exists() and (new.exists() or path in changes.deleted):
            old.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(final, old) if new.exists() else final.replace(old)
        if new.exists():
            final.parent.mkdir(parents=True, exist_ok=True)
            new.replace(final)
    for path in changes.deleted:
        _remove_empty(target, (target / path).parent)


def _restore(target: Path, stage: Path) -> None:
    """Put everything back as it was before `_move`."""
    journal = stage / _JOURNAL
    if not journal.is_file():
        return
    for line in journal.read_text("utf-8").splitlines():
        path = line[2:]
        old, new, final = stage / "old" / path, stage / "new" / path, target / path
        with contextlib.suppress(OSError):
            if old.exists():
                final.parent.mkdir(parents=True, exist_ok=True)
                old.replace(final)
            elif line.startswith("+ ") and not new.exists():
                final.unlink(missing_ok=True)
                _remove_empty(target, final.parent)


def _remove_empty(target: Path, folder: Path) -> None:
    """Remove folders that have become empty, bytecode caches aside, up to the package itself."""
    while folder != target and target in folder.parents and folder.is_dir():
        left = [entry for entry in folder.iterdir() if entry.name != "__pycache__"]
        if left:
            return
        shutil.rmtree(folder, ignore_errors=True)
        folder = folder.parent
