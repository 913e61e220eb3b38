"""All files of a package as one mapping: rendered and formatted ones, the interface, the manifest."""

from __future__ import annotations

from collections.abc import Mapping

from odcgen import ir
from odcgen.kit import data

from . import interface
from .compare import refuse_collisions
from .manifest import FILE_NAME, manifest_text

_HTTP = "kernel/_http.py"
"""The one module that imports the HTTP library."""


def assemble(
    formatted: dict[str, str],
    package: ir.Package,
    selected: frozenset[str],
    once: frozenset[str] = frozenset(),
    templates: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Return every file of a package by its path.

    Args:
        formatted: the rendered files.
        package: what they were rendered from.
        selected: the operations that were wanted, all if empty.
        once: the files that belong to the user after the first run.
        templates: the digests of the built-in templates on which the user's build.

    Raises:
        OutputError: if two files are one where letters of both cases are.
    """
    refuse_collisions(formatted)
    files = formatted | {"py.typed": ""}
    files[interface.FILE_NAME] = interface.interface_text(package, selected)
    files[FILE_NAME] = manifest_text(files, once, templates)
    return files


def runtime_files(http: str) -> dict[str, str]:
    """Return the files of the runtime by path, word for word but for the name of the HTTP library."""
    folder = data.runtime()
    files = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(folder.rglob("*.py"))
    }
    files[_HTTP] = files[_HTTP].replace("import httpx as", f"import {http} as")
    return files
