"""The catalog: which document of OutSystems belongs to which API, and what a pull of it expects."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

from attrs import evolve, frozen

from odcgen.config import Config, DocumentConfig
from odcgen.errors import ConfigError, UsageError
from odcgen.kit.json_value import as_array, as_object
from odcgen.kit.reading import read_toml
from odcgen.kit.suggest import meant

FILE_NAME = "catalog.toml"


@frozen
class Entry:
    """A published document: the name of its API, its title and version, and its file's name and URL."""

    name: str
    title: str
    version: str
    file: str
    url: str


@frozen
class Original:
    """What a document of the configuration is a copy of, and where that copy is kept."""

    name: str
    path: Path
    """The file that generation reads now."""
    target: Path
    """The file that a pull writes."""
    url: str
    """An https URL, or a path; empty where nobody knows."""
    file: str
    """The file's name upstream."""
    title: str = ""
    version: str = ""
    ours: bool = False
    """Whether it is of the user's own app, whose texts may be kept."""
    overlays: tuple[Path, ...] = ()


def load_catalog(folder: Path) -> dict[str, Entry]:
    """Return the entries of the catalog in a folder by their names.

    Raises:
        ConfigError: if it is not readable, or an entry is incomplete.
    """
    path = folder / FILE_NAME
    try:
        raw = read_toml(path)
    except OSError as error:
        raise ConfigError(f"the catalog cannot be read: {error.strerror}", file=str(path)) from None
    base = str(as_object(raw.get("upstream")).get("raw", "")).rstrip("/")
    return {entry.name: entry for entry in (_entry(item, base) for item in as_array(raw.get("documents")))}


def _entry(item: Any, base: str) -> Entry:
    try:
        name, title, version, source = (str(item[key]) for key in ("name", "title", "version", "source"))
    except (KeyError, TypeError):
        raise ConfigError(
            "an entry of the catalog needs name, title, version and source", file=FILE_NAME
        ) from None
    url = source if "://" in source else f"{base}/{source}"
    return Entry(name, title, version, PurePosixPath(source).name, url)


def originals(config: Config, catalog: dict[str, Entry], names: tuple[str, ...] = ()) -> list[Original]:
    """Return the originals of the named documents, or of all those of the configuration.

    Raises:
        UsageError: if a name is none of the configuration's.
    """
    known = {document.name: document for document in config.documents}
    if unknown := sorted(set(names) - known.keys()):
        raise UsageError(
            f"odcgen.toml has no document named {', '.join(unknown)}",
            hint=meant(unknown[0], known, f"It has {', '.join(known)}."),
        )
    chosen = [document for name, document in known.items() if not names or name in names]
    return [_original(document, config.root, catalog.get(document.name)) for document in chosen]


def _original(document: DocumentConfig, root: Path, entry: Entry | None) -> Original:
    original = Original(
        document.name,
        document.path,
        document.home or document.path,
        url="",
        file=document.path.name,
        ours=True,
        overlays=document.overlays,
    )
    if source := document.source:
        url = source if "://" in source else str(root / source)
        return evolve(original, url=url, file=PurePosixPath(source).name or document.name)
    if entry is None:
        return original
    return evolve(
        original, url=entry.url, file=entry.file, title=entry.title, version=entry.version, ours=False
    )
