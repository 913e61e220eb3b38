"""The documents that the commands of `specs` work on, with their catalog."""

from __future__ import annotations

from odcgen.config import Config
from odcgen.kit import data
from odcgen.specs.catalog import FILE_NAME, Original, load_catalog, originals


def wanted(config: Config, names: tuple[str, ...]) -> list[Original]:
    """Return the originals of the named documents, or of all."""
    own = config.root / "specs"
    folder = own if (own / FILE_NAME).is_file() else data.documents()
    return originals(config, load_catalog(folder), names)
