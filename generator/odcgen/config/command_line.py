"""The configuration of a package of files that the command line names."""

from __future__ import annotations

from pathlib import Path

from odcgen.errors import UsageError

from .model import Config, DocumentConfig
from .names import api_name_of, package_name


def config_for_files(files: tuple[Path, ...], *, package: str, out: Path) -> Config:
    """Return the configuration of a package of just these documents: names derived, no overlays."""
    taken: dict[str, Path] = {}
    for file in files:
        name = api_name_of(file)
        if name in taken:
            raise UsageError(
                f"{taken[name]} and {file} would both become the API {name!r}", hint="Rename one file."
            )
        taken[name] = file
    documents = tuple(DocumentConfig(name, file.resolve(), shown=str(file)) for name, file in taken.items())
    return Config(root=Path.cwd(), package=package_name(package), out=out.resolve(), documents=documents)
