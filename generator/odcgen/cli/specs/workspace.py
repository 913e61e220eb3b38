"""What the commands work on: the nearest odcgen.toml with its catalog."""

from __future__ import annotations

from pathlib import Path

from odcgen.config import Config, DocumentConfig, find_config, load_config, nearest_config
from odcgen.kit import data
from odcgen.specs.catalog import FILE_NAME, Original, load_catalog, originals


def wanted(config: Config, names: tuple[str, ...]) -> list[Original]:
    """Return the originals of the named documents, or of all."""
    own = config.root / "specs"
    folder = own if (own / FILE_NAME).is_file() else data.documents()
    return originals(config, load_catalog(folder), names)


def here() -> Config:
    """Return the configuration that is nearest to the current folder."""
    return load_config(find_config(Path.cwd()))


def here_or_brought_along() -> Config:
    """Return the nearest configuration, or where there is none the documents that odcgen brings along."""
    folder = Path.cwd()
    if (nearest := nearest_config(folder)) is not None:
        return load_config(nearest)
    brought = sorted(data.documents().glob("*.json"))
    documents = tuple(DocumentConfig(path.stem, path) for path in brought)
    return Config(root=folder, package="odc_client", out=folder, documents=documents)
