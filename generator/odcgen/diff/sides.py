"""The two sides of a comparison: files, folders, or revisions of the git repository."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from attrs import evolve, frozen

from odcgen.config import Config, DocumentConfig
from odcgen.errors import UsageError
from odcgen.kit import data
from odcgen.run.inputs import Source, source_of

_SUFFIXES = (".json", ".yaml", ".yml")


@frozen
class Side:
    """The documents of one side by their names."""

    label: str
    sources: dict[str, Source]
    named: bool = False
    """Whether odcgen.toml names the documents, and so the overlays that belong to them."""


def read_side(argument: str, config: Callable[[], Config]) -> Side:
    """Read what an argument of `odcgen diff` means.

    Args:
        argument: a file, a folder of documents, or a git revision of the documents that odcgen.toml names.
        config: reads the odcgen.toml that names documents; called for a revision only.

    Raises:
        UsageError: if it is none of these.
    """
    path = Path(argument)
    if path.is_file():
        return Side(argument, {_name(path): _file(path)})
    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.suffix in _SUFFIXES and file.is_file())
        if not files:
            raise UsageError(f"there is no OpenAPI document in {argument}")
        return Side(argument, {_name(file): _file(file) for file in files})
    return _revision(argument, config)


def working_tree(config: Config) -> Side:
    """Return the documents of odcgen.toml as they are now, with their overlays."""
    sources = {document.name: source_of(document) for document in config.documents}
    return Side("the working tree", sources, named=True)


def pair(old: Side, new: Side) -> list[tuple[str, Source | None, Source | None]]:
    """Return the documents that belong together; two single files do, whatever their names.

    A document from anywhere is taken as odcgen.toml takes the one that it is compared with.
    """
    pairs = _by_name(old, new)
    if old.named and not new.named:
        return [(name, before, _like(before, after)) for name, before, after in pairs]
    if new.named and not old.named:
        return [(name, _like(after, before), after) for name, before, after in pairs]
    return pairs


def _like(known: Source | None, other: Source | None) -> Source | None:
    """Return a document with the overlays and the choices of another one."""
    if known is None or other is None:
        return other
    config = evolve(known.config, path=other.config.path, shown=other.config.shown, home=None)
    return evolve(other, config=config, overlays=known.overlays)


def _by_name(old: Side, new: Side) -> list[tuple[str, Source | None, Source | None]]:
    if len(old.sources) == len(new.sources) == 1:
        (before,), ((name, after),) = old.sources.values(), new.sources.items()
        return [(name, before, after)]
    names = [*new.sources, *(name for name in old.sources if name not in new.sources)]
    for one, other in ((old, new), (new, old)):
        if len(one.sources) == 1 and next(iter(one.sources)) in other.sources:
            names = list(one.sources)
    return [(name, old.sources.get(name), new.sources.get(name)) for name in names]


def _name(path: Path) -> str:
    """Return the name of a document's API: its file's, without the number and date of a kept version."""
    from odcgen.kit.words import snake

    stem = path.name.split(".", 1)[0]
    return snake(stem if stem[:1].isalpha() else path.resolve().parent.name, fallback="api")


def _file(path: Path) -> Source:
    return source_of(DocumentConfig(_name(path), path.resolve(), shown=str(path)))


def _revision(revision: str, configured: Callable[[], Config]) -> Side:
    start = Path.cwd()
    known = not revision.startswith("-") and _git(
        start, "rev-parse", "-q", "--verify", f"{revision}^{{commit}}"
    )
    if not known:
        raise UsageError(
            f"{revision!r} is no file and no folder here, and {_why_not(start)}",
            hint="Name two documents or folders, or in a git repository a commit such as HEAD~1.",
        )
    config = configured()
    sources = {document.name: _then(revision, document) for document in config.documents}
    there = {name: source for name, source in sources.items() if source is not None}
    return Side(revision, there, named=True)


def _why_not(folder: Path) -> str:
    """Say why a word names no revision: outside a repository none does."""
    inside = _git(folder, "rev-parse", "--is-inside-work-tree")
    return "git knows no such revision" if inside else "this folder is in no git repository"


def _then(revision: str, document: DocumentConfig) -> Source | None:
    """Return a document with its overlays as they were; None where it was not there.

    Before the first pull of a document that odcgen brings along, it was that one, with the same overlay.
    """
    text = _at(revision, document.home or document.path)
    brought = data.documents() / f"{document.name}.json"
    if text is None and (document.home is None or not brought.is_file()):
        return None
    overlays = {path: _at(revision, path) for path in document.overlays}
    if document.home is not None:
        overlays |= {path: path.read_bytes() for path, overlay in overlays.items() if overlay is None}
    kept = {path: overlay for path, overlay in overlays.items() if overlay is not None}
    there = evolve(document, overlays=tuple(kept), shown=f"{revision}:{document.shown}")
    return Source(there, brought.read_bytes() if text is None else text, tuple(kept.values()), key="")


def _at(revision: str, path: Path) -> bytes | None:
    return _git(path.parent, "show", f"{revision}:./{path.name}") if path.parent.is_dir() else None


def _git(folder: Path, *arguments: str) -> bytes | None:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)  # noqa: S607
    except OSError:
        raise UsageError("git is not installed", hint="Compare two files or folders instead.") from None
    return done.stdout if done.returncode == 0 else None
