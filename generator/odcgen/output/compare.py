"""What differs between a package on disk and the files it should have, and what of that is not odcgen's."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from pathlib import Path

from attrs import evolve, field, frozen

from odcgen.errors import OutputError
from odcgen.kit.digests import digest

from .folder import NOTHING, Folder
from .manifest import FILE_NAME, read_manifest


@frozen
class Changes:
    """What differs between a package on disk and the files it should have."""

    written: tuple[str, ...]
    deleted: tuple[str, ...]
    seen: Mapping[str, str] = field(factory=dict[str, str], hash=False)
    """What was found at each of these paths; what is something else by the time of writing is not touched."""

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.written or self.deleted)

    def with_files(self, target: Path, paths: Iterable[str]) -> Changes:
        """Return the changes with more files to write, which are the user's as well as odcgen's."""
        new = tuple(paths)
        return evolve(self, written=(*self.written, *new), seen={**self.seen, **states(target, new)})


def compare(target: Path, files: Mapping[str, str], once: Collection[str] = ()) -> Changes:
    """Return which files are to be written and which generated ones are no longer wanted.

    Args:
        target: the folder of the package.
        files: all files that it should have.
        once: those that are the user's after the first run.

    Raises:
        OutputError: if what is there cannot be read, or a link is on the way to it.
    """
    manifest = read_manifest(target)
    known = {*manifest.files} - {*manifest.once, *once} if manifest else set[str]()
    seen = states(target, sorted({*files, *known}))
    gone = [path for path in sorted(known) if path not in files and seen[path] not in (NOTHING, "folder")]
    renamed = {_folded(path) for path in gone}
    written = [
        path
        for path, text in sorted(files.items())
        if (seen[path] == NOTHING or (path not in once and seen[path] != digest(text.encode())))
        # Where letters of both cases are one, what goes under the old name would go under the new one, too.
        or _folded(path) in renamed
    ]
    return Changes(tuple(written), tuple(gone), {path: seen[path] for path in (*written, *gone)})


def states(target: Path, paths: Iterable[str]) -> dict[str, str]:
    """Return what is at each of the paths below a folder.

    Raises:
        OutputError: if it cannot be read, or a link is on the way to it.
    """
    try:
        with Folder(target) as folder:
            return {path: folder.state(path) for path in paths}
    except OSError as error:
        raise OutputError(f"the package cannot be read: {error}", file=str(target)) from None


def refuse_foreign(target: Path, changes: Changes, *, force: bool) -> None:
    """Refuse to overwrite or delete what odcgen did not write, or what was edited since.

    Raises:
        OutputError: naming the files.
    """
    if force:
        return
    manifest = read_manifest(target)
    known = {}
    if manifest:
        known = {**manifest.files, FILE_NAME: changes.seen.get(FILE_NAME, NOTHING)}
    # A folder of nothing but what goes is gone by then; where more is in it, writing fails and undoes all.
    known |= {path: "folder" for path in changes.written if any(map(_below(path), changes.deleted))}
    foreign = [path for path, state in changes.seen.items() if state not in (NOTHING, known.get(path))]
    if foreign:
        shown = ", ".join(foreign[:5]) + (f" and {len(foreign) - 5} more" if len(foreign) > 5 else "")
        raise OutputError(
            f"files that odcgen did not write, or that were edited since, are in the way: {shown}",
            file=str(target),
            hint="Move your changes to hooks.py or to templates of your own, or overwrite them with --force.",
        )


def refuse_collisions(files: Iterable[str]) -> None:
    """Refuse two paths that are one where letters of both cases are.

    Raises:
        OutputError: naming them.
    """
    found: dict[str, str] = {}
    for path in files:
        parts = path.split("/")
        for end in range(1, len(parts) + 1):
            name = "/".join(parts[:end])
            other = found.setdefault(_folded(name), name)
            if other != name:
                raise OutputError(
                    f"the package would have both {other!r} and {name!r}, which are one file on Windows "
                    "and macOS",
                    hint="Give one of them another name by an overlay or in outputs.toml.",
                )


def _below(folder: str) -> Callable[[str], bool]:
    return lambda path: path.startswith(f"{folder}/")


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", path).casefold()
