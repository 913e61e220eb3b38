"""What became of a copy: what was edited in it, and how far it is behind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from attrs import evolve, frozen

from odcgen import __version__
from odcgen.diff.news import News, news_of
from odcgen.kit.digests import digest
from odcgen.output.folder import Folder
from odcgen.output.interface import read_interface
from odcgen.output.manifest import VENDORED
from odcgen.output.meaning import same_meaning

from .base import FILE_NAME as BASE
from .base import read_base
from .copy import Copy, make_copy
from .record import Record, read_record

Edit = Literal["edited", "formatted", "missing"]
OURS = (BASE, VENDORED)
"""What is odcgen's bookkeeping, and nothing to edit."""


@frozen
class State:
    """What a look at a copy found.

    Attributes:
        folder: The copy.
        record: Its manifest.
        now: What it would be if it were made today.
        edits: Files that are not as they were generated, and in which way.
        stale: Files that would be another today.
        documents: The documents that changed since, with what became of them.
        news: What that means for callers; None if nothing does.
    """

    folder: Path
    record: Record
    now: Copy
    edits: dict[str, Edit]
    stale: tuple[str, ...]
    documents: dict[str, str]
    news: News | None

    @property
    def python(self) -> str:
        """The step of the version that an update is for callers."""
        return self.news.python if self.news else "none"

    @property
    def behind(self) -> bool:
        """Whether an update would change a file."""
        return bool(self.stale)

    @property
    def edited(self) -> tuple[str, ...]:
        """The files that were edited by hand, or removed; formatting is no edit."""
        return tuple(path for path, edit in self.edits.items() if edit != "formatted")

    @property
    def word(self) -> str:
        """The state in a word or two."""
        if self.behind and not self.record.recipe.pinned:
            return "behind"
        if self.edited:
            return "edited"
        return "pinned, and behind" if self.behind else "up to date"

    @property
    def good(self) -> bool:
        """Whether there is nothing to do."""
        return not self.edited and (not self.behind or self.record.recipe.pinned)

    def plain(self) -> dict[str, Any]:
        """Return the state as plain data."""
        return {
            "copy": str(self.folder),
            "state": self.word,
            "package": self.record.recipe.package,
            "generator": {"was": self.record.recipe.generator, "is": __version__},
            "pinned": self.record.recipe.pinned,
            "documents": self.documents,
            "bump": self.python,
            "removed": list(self.news.removed) if self.news else [],
            "breaking": self.news.breaking if self.news else [],
            "stale": list(self.stale),
            "edits": self.edits,
        }


def look(folder: Path, progress: Callable[[str], object] = str) -> State:
    """Look at a copy: compare its files with what was written, and with what would be written today.

    Raises:
        OdcgenError: if its manifest is broken, or a document is gone.
    """
    record = read_record(folder)
    now = make_copy(folder, record.recipe, progress)
    base = read_base(folder, record.files)
    edits = find_edits(folder, record, base)
    known = record.files
    wanted = {path: digest(text.encode()) for path, text in now.files.items() if path not in now.once}
    stale = tuple(
        path for path in sorted({*known, *wanted}) if path not in OURS and known.get(path) != wanted.get(path)
    )
    interface = read_interface(folder)
    news = news_of(interface, now.package, evolve(now.config, operations=frozenset()))
    return State(folder, record, now, edits, stale, _documents(record, now), news)


def find_edits(folder: Path, record: Record, base: dict[str, str]) -> dict[str, Edit]:
    """Return the files of a copy that are not as they were generated.

    Raises:
        OutputError: if one cannot be read.
    """
    found: dict[str, Edit] = {}
    with Folder(folder) as inside:
        for path, known in record.files.items():
            if path in OURS:
                continue
            content = inside.read(path)
            if content is None:
                found[path] = "missing"
            elif digest(content) != known:
                text = content.decode("utf-8", "surrogateescape")
                formatted = path in base and same_meaning(path, base[path], text)
                found[path] = "formatted" if formatted else "edited"
    return found


def _documents(record: Record, now: Copy) -> dict[str, str]:
    """Return what became of each document that is not as it was."""
    before = {made.name: made for made in record.recipe.documents}
    after = {made.name: made for made in now.recipe.documents}
    found: dict[str, str] = {}
    for name in sorted({*before, *after}):
        old, new = before.get(name), after.get(name)
        if old is None:
            found[name] = "new"
        elif new is None:
            found[name] = "gone"
        elif old.digest != new.digest:
            found[name] = "changed"
        elif old.overlays != new.overlays:
            found[name] = "overlay changed"
    return found
