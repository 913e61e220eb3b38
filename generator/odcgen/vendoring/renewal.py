"""Renewing a copy: what is generated today goes in, what was edited by hand stays in."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from odcgen import __version__
from odcgen.diff.news import changelog
from odcgen.errors import OutputError
from odcgen.kit.digests import digest
from odcgen.kit.merging import merge_texts
from odcgen.output.compare import Changes, states
from odcgen.output.exchange import write_at_once
from odcgen.output.folder import Folder
from odcgen.output.interface import read_interface
from odcgen.output.manifest import VENDORED

from .base import read_base
from .callers import Call, find_calls
from .gone import gone_between
from .state import OURS, State, look


@frozen
class Renewal:
    """What an update does to a copy, before it does it.

    Attributes:
        state: What the copy is now.
        texts: The files to write.
        deleted: The files to delete: generated ones that are no longer generated.
        kept: Edited files that stay as they are, since nothing changed in them.
        merged: Edited files into which what changed fits.
        conflicts: Edited files in which conflict markers show what does not fit.
        left: Edited files that are no longer generated; they stay, and are the user's from now on.
        restored: Files that were missing.
        calls: The lines of the user's code that use what is going.
    """

    state: State
    texts: dict[str, str]
    deleted: tuple[str, ...]
    kept: tuple[str, ...] = ()
    merged: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()
    calls: tuple[Call, ...] = ()
    seen: Mapping[str, str] = field(factory=dict[str, str], hash=False)

    @property
    def good(self) -> bool:
        """Whether nobody has to look after it."""
        return not (self.conflicts or self.left)

    @property
    def empty(self) -> bool:
        """Whether nothing changes."""
        return not (self.texts or self.deleted)

    def plain(self) -> dict[str, Any]:
        """Return it as plain data."""
        return self.state.plain() | {
            "written": sorted(self.texts),
            "deleted": list(self.deleted),
            "kept": list(self.kept),
            "merged": list(self.merged),
            "conflicts": list(self.conflicts),
            "left": list(self.left),
            "restored": list(self.restored),
            "calls": [
                {"file": call.file, "line": call.line, "name": call.name, "text": call.text}
                for call in self.calls
            ],
        }


def plan_renewal(folder: Path, progress: Callable[[str], object] = str) -> Renewal:
    """Find out what an update of a copy would do; nothing is written.

    Raises:
        OdcgenError: if the copy, or what it is made from, is broken or gone, or a user's file is in the way.
    """
    state = look(folder, progress)
    texts: dict[str, str] = {}
    outcome: dict[str, list[str]] = {"kept": [], "merged": [], "conflicts": [], "left": [], "restored": []}
    base = read_base(folder, state.record.files)
    disk = _disk(folder, state)
    for path, text in state.now.files.items():
        if path in OURS:
            continue
        found = disk[path]
        if found is None:
            texts[path] = text
            if path in state.record.files:
                outcome["restored"].append(path)
        elif path in state.now.once:
            continue
        elif path not in state.record.files:
            _refuse(path, found, text, state)
        elif state.edits.get(path) == "edited":
            new, how = _merged(found, base.get(path), text, state)
            outcome[how].append(path)
            if new != found:
                texts[path] = new
        elif text != base.get(path):
            texts[path] = text
    deleted: list[str] = []
    for path in state.record.files:
        if path not in state.now.files and path not in OURS and disk[path] is not None:
            edited = state.edits.get(path) == "edited"
            outcome["left"].append(path) if edited else deleted.append(path)
    bookkeeping = {path: state.now.files[path] for path in OURS}
    changed = texts or deleted or outcome["left"] or _differs(state, bookkeeping)
    texts |= bookkeeping if changed else {}
    log = changelog(state.news, evolve(state.now.config, operations=frozenset()))
    calls = find_calls(*_search(folder), _gone(folder, state))
    found_now = states(folder, sorted({*texts, *deleted, *log}))
    return Renewal(
        state,
        texts | log,
        tuple(deleted),
        **{name: tuple(paths) for name, paths in outcome.items()},
        calls=calls,
        seen=found_now,
    )


def renew(plan: Renewal) -> None:
    """Do what was planned, all of it or nothing.

    Raises:
        OutputError: if it cannot be written, or the copy is not what it was when it was planned.
    """
    changes = Changes(tuple(sorted(plan.texts)), plan.deleted, plan.seen)
    write_at_once(plan.state.folder, plan.texts, changes)


def refuse_dirty(folder: Path) -> None:
    """Refuse a copy whose repository has changes that are not committed: they could not be told apart.

    Raises:
        OutputError: naming some of them.
    """
    changed = [
        line
        for line in _git(folder, "status", "--porcelain", "--untracked-files=normal").splitlines()
        if not line.startswith("??")
    ]
    changed += _git(folder, "status", "--porcelain", "--untracked-files=normal", "--", ".").splitlines()
    names = list(dict.fromkeys(line[3:] for line in changed))
    if names:
        shown = ", ".join(names[:5]) + (f" and {len(names) - 5} more" if len(names) > 5 else "")
        raise OutputError(
            f"the repository has changes that are not committed: {shown}",
            file=str(folder),
            hint="Commit or stash them, so that you see what the update does, or go on with --force.",
        )


def _disk(folder: Path, state: State) -> dict[str, str | None]:
    """Return the text of each file of the old and the new copy as it is, with line ends of a text."""
    found: dict[str, str | None] = {}
    with Folder(folder) as inside:
        for path in {*state.record.files, *state.now.files}:
            content = inside.read(path)
            found[path] = None if content is None else content.decode("utf-8", "surrogateescape")
    return found


def _refuse(path: str, found: str, text: str, state: State) -> None:
    if found != text:
        raise OutputError(
            f"the file {path!r}, which odcgen did not write, is where the update has one",
            file=str(state.folder),
            hint="Move it away first.",
        )


def _merged(found: str, base: str | None, text: str, state: State) -> tuple[str, str]:
    """Return an edited file with what changed in it, and how that went."""
    if text in (base, found):
        return found, "kept"
    ours = found.replace("\r\n", "\n")
    labels = (
        "your edit",
        f"generated by odcgen {state.record.recipe.generator}",
        f"generated by odcgen {__version__}",
    )
    new, fitted = merge_texts(ours, base or "", text, labels)
    new = new.replace("\n", "\r\n") if "\r\n" in found else new
    return new, "merged" if fitted else "conflicts"


def _differs(state: State, bookkeeping: dict[str, str]) -> bool:
    known = state.record.files
    text = bookkeeping[VENDORED]
    with Folder(state.folder) as inside:
        manifest = (inside.read(VENDORED) or b"").decode()
    return manifest != text or any(
        digest(content.encode()) != known.get(path)
        for path, content in bookkeeping.items()
        if path != VENDORED
    )


def _gone(folder: Path, state: State) -> Any:
    interface = read_interface(folder)
    return gone_between(interface.package if interface else state.now.package, state.now.package)


def _search(folder: Path) -> tuple[Path, Path]:
    """Return where the user's code is, and the copy in it: the repository, or where one works."""
    top = _git(folder, "rev-parse", "--show-toplevel").strip()
    if top:
        return Path(top), folder.resolve()
    here = Path.cwd()
    return (here if folder.is_relative_to(here) else folder.parent), folder


def _git(folder: Path, *arguments: str) -> str:
    """Return what git says of a folder; nothing where it is in no repository, or git is missing."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments],  # noqa: S607
            capture_output=True,
            check=False,
            text=True,
            errors="replace",
        )
    except OSError:
        return ""
    return done.stdout if done.returncode == 0 else ""
