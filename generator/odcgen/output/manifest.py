"""The manifest: which files of a package odcgen wrote, and with which content."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from odcgen.errors import OutputError
from odcgen.kit.digests import digest

from .folder import NOTHING, Folder

FILE_NAME = ".odcgen.json"
VENDORED = ".odcgen.toml"
"""The manifest of a copy that `odcgen vendor` made, which says more."""
_ALWAYS_USERS = ("hooks.py",)
"""What an older manifest says nothing of."""


class Manifest(NamedTuple):
    """What an earlier run left: the digests of its files."""

    files: dict[str, str]
    templates: dict[str, str] = {}  # noqa: RUF012 - a NamedTuple has no shared defaults to change
    once: tuple[str, ...] = _ALWAYS_USERS
    """Files that were written when they were missing, and are the user's since."""


def read_manifest(target: Path) -> Manifest | None:
    """Return the manifest of a generated package, or None where there is none that can be read."""
    try:
        with Folder(target) as folder:
            content, vendored = folder.read(FILE_NAME), folder.read(VENDORED)
        if content is None and vendored is not None:
            return _of_copy(tomllib.loads(vendored.decode()))
        raw = json.loads(content or b"")
        once = tuple(path for path in raw.get("once", _ALWAYS_USERS) if is_inside(path))
        files = {path: str(known) for path, known in raw["files"].items() if is_inside(path)}
        return Manifest(files, dict(raw.get("templates", {})), once)
    except (OSError, OutputError, RecursionError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _of_copy(raw: dict[str, Any]) -> Manifest:
    files = {path: str(known) for path, known in raw["files"].items() if is_inside(path)}
    return Manifest(
        files, {}, tuple(path for path in raw.get("yours", {}).get("files", ()) if is_inside(path))
    )


def manifest_digest(target: Path) -> str:
    """Return the digest of a package's manifest; empty where there is none."""
    try:
        with Folder(target) as folder:
            return folder.state(FILE_NAME)
    except (OSError, OutputError):
        return NOTHING


def is_inside(path: str) -> bool:
    """Tell whether a path is written as one below a folder, on every system: `a/b.py`, no `..`, no `C:`."""
    foreign = any(character in path for character in "\\:\0")
    return not foreign and all(part not in ("", ".", "..") for part in path.split("/"))


def manifest_text(
    files: dict[str, str], once: frozenset[str], templates: Mapping[str, str] | None = None
) -> str:
    """Return the text of a manifest; of the files that are the user's it knows the names only.

    Args:
        files: all files.
        once: those that are the user's.
        templates: the digests of the built-in templates on which the user's build.
    """
    owned = {path: digest(text.encode()) for path, text in sorted(files.items()) if path not in once}
    return (
        json.dumps(
            {"files": owned, "once": sorted(once)} | ({"templates": dict(templates)} if templates else {}),
            indent=1,
            sort_keys=True,
        )
        + "\n"
    )


def is_untouched(target: Path) -> bool:
    """Tell whether all files of a package are there as they were written."""
    manifest = read_manifest(target)
    if manifest is None:
        return False
    try:
        with Folder(target) as folder:
            same = all(folder.state(path) == known for path, known in manifest.files.items())
            return same and all(folder.state(path) != NOTHING for path in manifest.once)
    except (OSError, OutputError):
        return False
