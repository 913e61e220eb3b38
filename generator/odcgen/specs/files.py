"""Writing a document or what is known of it, with odcgen's own error where that fails."""

from __future__ import annotations

from pathlib import Path

from odcgen.errors import OutputError
from odcgen.kit import files


def replace_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        OutputError: if it cannot be written; the old one is then as it was.
    """
    try:
        files.replace_file(path, content)
    except OSError as error:
        raise OutputError(f"the file cannot be written: {error.strerror or error}", file=str(path)) from None
