"""Formatting of rendered files by ruff, in one call for all of them."""

from __future__ import annotations

import os
import subprocess
import sysconfig
import tempfile
from collections.abc import Collection
from pathlib import Path

from odcgen.errors import OutputError

LINE_LENGTH = 110
RUFF = ">=0.17,<0.18"
"""The versions that format alike; another one, found on PATH, is refused."""


def format_files(files: dict[str, str], settled: Collection[str] = ()) -> dict[str, str]:
    """Return the files with each Python file formatted, but for texts that are settled.

    Raises:
        OutputError: if ruff is missing or fails.
    """
    with tempfile.TemporaryDirectory(prefix="odcgen-", dir=_memory_folder()) as folder:
        paths = {
            path: Path(folder, path) for path in files if path.endswith(".py") and files[path] not in settled
        }
        for parent in {target.parent for target in paths.values()}:
            parent.mkdir(parents=True, exist_ok=True)
        for path, target in paths.items():
            target.write_text(files[path], "utf-8", newline="\n")
        choices = [
            "--config",
            f"required-version = '{RUFF}'",
            "--config",
            f"line-length = {LINE_LENGTH}",
            "--config",
            "format.skip-magic-trailing-comma = true",
        ]
        _run(["format", "--isolated", "--quiet", "--no-cache", *choices, folder])
        return files | {path: target.read_text("utf-8") for path, target in paths.items()}


def _memory_folder() -> str | None:
    """Return a folder that is no disk, where there is one."""
    folder = Path("/dev/shm")  # noqa: S108 - a fresh folder with an unguessable name is made in it
    return str(folder) if folder.is_dir() and os.access(folder, os.W_OK) else None


def _run(arguments: list[str]) -> None:
    name = "ruff.exe" if os.name == "nt" else "ruff"
    program = Path(sysconfig.get_path("scripts"), name)
    try:
        done = subprocess.run(
            [program if program.is_file() else "ruff", *arguments],
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError as error:
        raise OutputError(
            f"ruff cannot be run: {error}", hint="Install odcgen with its dependencies."
        ) from None
    if done.returncode:
        raise OutputError(f"ruff cannot format the generated code: {done.stderr.strip()}")
