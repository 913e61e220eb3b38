"""A copy as it should be, in memory: its files, its manifest and its base."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from attrs import evolve, frozen

from odcgen import __version__, ir
from odcgen.config import Config, builtin_config, load_config, template_folders
from odcgen.errors import OutputError, UsageError
from odcgen.kit.digests import fingerprint
from odcgen.output.manifest import FILE_NAME as PLAIN_MANIFEST
from odcgen.output.manifest import VENDORED
from odcgen.pipeline import build
from odcgen.run.inputs import read_inputs

from .base import FILE_NAME as BASE
from .base import base_text
from .bill import FILE_NAME as BILL
from .bill import bill_text
from .recipe import Recipe, made_of
from .record import record_text


@frozen
class Copy:
    """What a copy is to be.

    Attributes:
        target: Its folder.
        recipe: What it is made from.
        config: The configuration that made it.
        package: Its interface.
        files: Its files, the manifest and the base among them.
        once: Those that are the user's after the first time.
    """

    target: Path
    recipe: Recipe
    config: Config
    package: ir.Package
    files: dict[str, str]
    once: frozenset[str]


def make_copy(target: Path, recipe: Recipe, progress: Callable[[str], object] = str) -> Copy:
    """Make a copy in memory by its recipe, from the documents and with the odcgen of today.

    Raises:
        OdcgenError: if a document is gone or broken, or nothing is called as the recipe selects.
    """
    config = _config(target, recipe)
    inputs = read_inputs(config)
    built = build(config, inputs, progress)
    names = frozenset(api.name for api in built.package.apis)
    today = evolve(
        recipe,
        generator=__version__,
        documents=made_of(config, inputs, names),
        templates=tuple(
            (_shown(folder, config.root), _content(folder)) for folder in config.templates.folders
        ),
    )
    files = {path: text for path, text in built.files.items() if path != PLAIN_MANIFEST}
    if recipe.sbom:
        files[BILL] = bill_text(today, config.http)
    files[BASE] = base_text({path: text for path, text in files.items() if path not in built.once})
    files[VENDORED] = record_text(today, files, built.once)
    return Copy(target, today, config, built.package, files, built.once)


def _config(target: Path, recipe: Recipe) -> Config:
    """Return the configuration of a recipe.

    Raises:
        OutputError: if the odcgen.toml that it names is gone.
    """
    if recipe.config:
        path = Path(os.path.normpath(target / recipe.config))
        if not path.is_file():
            raise OutputError(
                f"the configuration of the copy is gone: {str(path)!r}",
                file=str(target / VENDORED),
                hint="Restore it, or make the copy anew with `odcgen vendor`.",
            )
        config = load_config(path)
    else:
        config = builtin_config()
    packs = template_folders([f"pack:{name}" for name in recipe.packs], target)
    stack = config.templates.under(*packs)
    if recipe.license:
        stack = evolve(stack, variables={**stack.variables, "license": recipe.license})
    chosen = bool(recipe.apis or recipe.operations)
    return evolve(
        config,
        package=recipe.package,
        out=target.parent,
        templates=stack,
        apis=recipe.apis if chosen else config.apis,
        operations=recipe.operations if chosen else config.operations,
        asynchronous=recipe.asynchronous,
    )


def _content(folder: Path) -> str:
    parts: list[str | bytes] = []
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            parts += [path.relative_to(folder).as_posix(), path.read_bytes()]
    return fingerprint(parts)


def _shown(folder: Path, root: Path) -> str:
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else f"pack:{folder.name}"


def place(target: Path) -> Path:
    """Return the folder of a copy that a user names: the folder itself, or the only copy below it.

    Raises:
        UsageError: if there is none, or more than one.
    """
    found = copies_below(target)
    if len(found) == 1:
        return found[0]
    if not found:
        raise UsageError(
            f"{str(target)!r} is no copy that `odcgen vendor` made: it has no {VENDORED}",
            hint="`odcgen vendor DEST` makes one.",
        )
    raise UsageError(
        f"there are {len(found)} copies in {str(target)!r}",
        hint="Name one of " + ", ".join(map(str, found[:5])) + ".",
    )


def copies_below(folder: Path) -> list[Path]:
    """Return the copies in a folder, itself or below it, without what is hidden or installed."""
    if (folder / VENDORED).is_file():
        return [folder]
    found: list[Path] = []
    for parent, names, files in os.walk(folder):
        if VENDORED in files:
            found.append(Path(parent))
            names.clear()
        names[:] = sorted(name for name in names if not name.startswith(".") and name not in _FOREIGN)
    return found


_FOREIGN = frozenset(("node_modules", "site-packages", "__pycache__"))
