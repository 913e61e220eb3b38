"""`.odcgen.toml`, the manifest of a copy: its recipe and the digests of its files, one fact a line."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from odcgen.errors import OutputError
from odcgen.kit import toml
from odcgen.kit.digests import digest
from odcgen.kit.json_value import as_array, as_object
from odcgen.output.folder import Folder
from odcgen.output.manifest import VENDORED, is_inside

from .recipe import Made, Recipe

FORMAT = 1
_HEAD = """# What this copy was made from, and the digest of each file of it; written by odcgen.
# `odcgen vendor status` tells whether it is up to date, `odcgen vendor update` renews it.
"""


@frozen
class Record:
    """The manifest of a copy: its recipe, the digests of its files, and the files that are the user's."""

    recipe: Recipe
    files: dict[str, str]
    once: frozenset[str]


def record_text(recipe: Recipe, files: Mapping[str, str], once: frozenset[str]) -> str:
    """Return the text of a manifest."""
    head: dict[str, toml.Value] = {
        "format": FORMAT,
        "package": recipe.package,
        "generator": recipe.generator,
        "command": recipe.command,
        "config": recipe.config,
    }
    choices: dict[str, toml.Value] = {
        "apis": sorted(recipe.apis),
        "operations": sorted(recipe.operations),
        "packs": recipe.packs,
        "async": recipe.asynchronous,
        "pin": recipe.pinned,
        "license": recipe.license,
        "sbom": recipe.sbom,
    }
    tables = [_HEAD + toml.table("", head), toml.table("choices", choices)]
    for made in recipe.documents:
        facts: dict[str, toml.Value] = {
            "path": made.path,
            "url": made.url,
            "sha256": made.digest,
            "overlays": [f"{name} {known}" for name, known in made.overlays],
        }
        tables.append(toml.table(f"documents/{made.name}", facts))
    if recipe.templates:
        tables.append(toml.table("templates", dict(recipe.templates)))
    owned = {path: digest(text.encode()) for path, text in sorted(files.items()) if path not in once}
    tables.append(toml.table("yours", {"files": sorted(once)}))
    tables.append(toml.table("files", owned))
    return "\n".join(tables)


def read_record(folder: Path) -> Record:
    """Return the manifest of a copy.

    Raises:
        OutputError: if the folder has none, or one that cannot be read or that a newer odcgen wrote.
    """
    shown = str(folder / VENDORED)
    try:
        with Folder(folder) as inside:
            content = inside.read(VENDORED)
    except OSError as error:
        raise OutputError(f"the folder cannot be read: {error.strerror}", file=str(folder)) from None
    if content is None:
        raise OutputError(
            f"{str(folder)!r} is no copy that `odcgen vendor` made: it has no {VENDORED}",
            hint="`odcgen vendor DEST` makes one.",
        )
    try:
        raw = tomllib.loads(content.decode())
        known = raw["format"]
        if not isinstance(known, int) or known < 1:
            raise ValueError("its format is no number")
        if known > FORMAT:
            raise OutputError(
                f"a newer odcgen, {raw.get('generator', '')}, wrote this manifest",
                file=shown,
                hint="Install that version of odcgen, or a newer one.",
            )
        return _record(raw)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise OutputError(
            f"the manifest of the copy cannot be read: {error}",
            file=shown,
            hint="Restore it from version control, or make the copy anew with `odcgen vendor`.",
        ) from None


def _record(raw: dict[str, Any]) -> Record:
    choices, documents = raw["choices"], as_object(raw.get("documents"))
    recipe = Recipe(
        package=_text(raw, "package"),
        generator=_text(raw, "generator"),
        command=_text(raw, "command"),
        config=_text(raw, "config"),
        apis=frozenset(_texts(choices, "apis")),
        operations=frozenset(_texts(choices, "operations")),
        packs=_texts(choices, "packs"),
        asynchronous=choices.get("async") is not False,
        pinned=choices.get("pin") is True,
        license=_text(choices, "license"),
        sbom=choices.get("sbom") is True,
        documents=tuple(_made(name, known) for name, known in documents.items()),
        templates=tuple((name, str(known)) for name, known in as_object(raw.get("templates")).items()),
    )
    files = {path: str(known) for path, known in raw["files"].items() if is_inside(path)}
    once = frozenset(filter(is_inside, _texts(as_object(raw.get("yours")), "files")))
    if not recipe.package or not files:
        raise ValueError("it names no package and no files")
    return Record(recipe, files, once)


def _made(name: str, known: dict[str, Any]) -> Made:
    overlays = (entry.rpartition(" ") for entry in _texts(known, "overlays"))
    return Made(
        name=name,
        path=_text(known, "path"),
        url=_text(known, "url"),
        digest=_text(known, "sha256"),
        overlays=tuple((overlay, digest_) for overlay, _, digest_ in overlays),
    )


def _text(table: dict[str, Any], name: str) -> str:
    value = table.get(name, "")
    if not isinstance(value, str):
        raise TypeError(f"{name} is no string")
    return value


def _texts(table: dict[str, Any], name: str) -> tuple[str, ...]:
    values = as_array(table.get(name))
    if not all(isinstance(value, str) for value in values):
        raise TypeError(f"{name} is no list of strings")
    return tuple(str(value) for value in values)
