"""The configuration where nobody wrote an odcgen.toml: the documents that odcgen brings along."""

from __future__ import annotations

from pathlib import Path

from odcgen.kit import data

from .model import Config, DocumentConfig


def builtin_config() -> Config:
    """Return the configuration of a package of all documents that odcgen brings, with their overlays."""
    folder = data.documents()
    documents = tuple(
        DocumentConfig(path.stem, path, (folder / "overlays" / f"{path.stem}.yaml",), shown=path.name)
        for path in sorted(folder.glob("*.json"))
    )
    return Config(root=folder, package="odc_client", out=Path.cwd(), documents=documents)
