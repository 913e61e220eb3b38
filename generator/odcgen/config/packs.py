"""Packs of templates: those that odcgen brings, and those of installed packages."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from importlib.util import find_spec
from pathlib import Path

from odcgen.errors import ConfigError
from odcgen.kit import data
from odcgen.kit.suggest import meant

PACK = "pack:"
GROUP = "odcgen.templates"
"""The entry points by which an installed package offers the folder of a pack: a module that holds it."""


def pack_folder(name: str, file: str | None = None) -> Path:
    """Return the folder of a pack.

    Raises:
        ConfigError: if no pack has the name, or its package has no folder.
    """
    packs = known_packs()
    if name not in packs:
        raise ConfigError(
            f"there is no pack of templates {name!r}",
            file=file,
            hint=meant(name, packs, f"There are {', '.join(sorted(packs))}."),
        )
    found = packs[name]
    if isinstance(found, Path):
        return found
    spec = find_spec(found.module)
    places = list(spec.submodule_search_locations or ()) if spec else []
    if not places or not Path(places[0]).is_dir():
        raise ConfigError(f"the pack {name!r} names {found.value!r}, which is no package here", file=file)
    return Path(places[0])


def known_packs() -> dict[str, Path | EntryPoint]:
    """Return all packs by name: a folder, or the entry point that names one."""
    installed: dict[str, Path | EntryPoint] = {one.name: one for one in entry_points(group=GROUP)}
    brought = data.templates() / "packs"
    own = {folder.name: folder for folder in sorted(brought.glob("*")) if folder.is_dir()}
    return installed | own
