"""All files of a package as one mapping: rendered and formatted ones, the runtime, the manifest."""

from __future__ import annotations

from pathlib import Path

from odcgen import ir

from . import interface
from .manifest import FILE_NAME, manifest_text

_HTTP = "_runtime/kernel/_http.py"
"""The one module that imports the HTTP library."""


def assemble(
    formatted: dict[str, str], package: ir.Package, selected: frozenset[str], *, runtime: Path
) -> dict[str, str]:
    """Return every file of a package by its path.

    Args:
        formatted: the rendered files.
        package: what they were rendered from.
        selected: the operations that were wanted, all if empty.
        runtime: the folder of the runtime, copied word for word but for the name of the HTTP library.
    """
    files = formatted | _runtime_files(runtime, package.http) | {"py.typed": ""}
    files[interface.FILE_NAME] = interface.interface_text(package, selected)
    files[FILE_NAME] = manifest_text(files)
    return files


def _runtime_files(folder: Path, http: str) -> dict[str, str]:
    files = {
        f"_runtime/{path.relative_to(folder).as_posix()}": path.read_text("utf-8")
        for path in sorted(folder.rglob("*.py"))
    }
    files[_HTTP] = files[_HTTP].replace("import httpx as", f"import {http} as")
    return files
