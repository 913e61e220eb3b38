"""Three-way merges of texts, by git."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

from odcgen.errors import OutputError


def merge_texts(ours: str, base: str, theirs: str, labels: tuple[str, str, str]) -> tuple[str, bool]:
    """Return a text with the changes of both sides, and whether all fitted.

    What does not fit stands between conflict markers, which are labelled.

    Raises:
        OutputError: if git cannot merge.
    """
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("ours", "base", "theirs")]
        for file, text in zip(files, (ours, base, theirs), strict=True):
            file.write_bytes(text.encode())
        named = [part for label in labels for part in ("-L", label)]
        try:
            done = subprocess.run(
                ["git", "merge-file", "-p", "--diff3", *named, *map(str, files)],  # noqa: S607
                capture_output=True,
                check=False,
            )
        except OSError as error:
            raise OutputError(f"git, which merges, cannot be run: {error.strerror}") from None
    if done.returncode < 0 or done.returncode > 127:
        raise OutputError(f"git cannot merge: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout.decode(), done.returncode == 0
