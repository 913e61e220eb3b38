"""Copies of built-in templates: each notes what it is a copy of, and keeps that beside it for merging."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from odcgen import __version__
from odcgen.errors import OutputError, UsageError
from odcgen.kit import data
from odcgen.kit.digests import digest
from odcgen.kit.files import replace_file
from odcgen.kit.suggest import nearest

BASES = ".odcgen"
"""The folder, in a folder of templates, with the built-in templates that copies were made of."""
_NOTE = re.compile(
    r"\A\{#-? odcgen: copy of (?P<name>\S+) (?P<version>\S+) sha256:(?P<digest>[0-9a-f]{64}) -?#\}\n"
)


@frozen
class Copy:
    """A copy of a built-in template.

    Attributes:
        path: The file.
        name: The name of the built-in template.
        version: The version of odcgen that it was copied from.
        digest: The SHA-256 of the built-in template at that time.
        text: The text of the copy below its note.
    """

    path: Path
    name: str
    version: str
    digest: str
    text: str

    @property
    def base(self) -> Path:
        """The file that keeps what the copy was made of."""
        folder = self.path.parents[len(Path(self.name).parts) - 1]
        return folder / BASES / f"{self.digest}.jinja"

    @property
    def builtin(self) -> Path:
        """The built-in template as it is now."""
        return data.templates() / self.name

    @property
    def is_stale(self) -> bool:
        """Whether the built-in template has changed, or is gone, since the copy was made."""
        return not self.builtin.is_file() or digest(self.builtin.read_bytes()) != self.digest


def eject(name: str, folder: Path) -> Path:
    """Copy a built-in template into a folder, with a note of what it is a copy of; return the copy.

    Raises:
        UsageError: if there is no such template.
        OutputError: if a file is in the way, or the copy cannot be written.
    """
    source, target = data.templates() / name, folder / name
    if not source.is_file() or not name.endswith(".jinja") or ".." in Path(name).parts:
        known = [path.relative_to(data.templates()).as_posix() for path in data.templates().rglob("*.jinja")]
        near = nearest(name, known, likeness=0.4)
        hint = f"Did you mean {near}?" if near else "`odcgen templates list` shows all."
        raise UsageError(f"there is no built-in template {name!r}", hint=hint)
    if target.exists():
        raise OutputError("a file is in the way of the copy", file=str(target), hint="Move it away first.")
    write_copy(target, name, source.read_bytes(), source.read_text("utf-8"))
    return target


def write_copy(target: Path, name: str, base: bytes, text: str) -> None:
    """Write a copy with its note, and keep its base.

    Raises:
        OutputError: if it cannot be written.
    """
    note = f"{{# odcgen: copy of {name} {__version__} sha256:{digest(base)} #}}\n"
    copy = Copy(target, name, __version__, digest(base), text)
    try:
        replace_file(copy.base, base)
        replace_file(target, (note + text).encode())
    except OSError as error:
        raise OutputError(f"the copy cannot be written: {error.strerror}", file=str(target)) from None


def copies(folder: Path) -> Iterator[Copy]:
    """Yield the copies in a folder of templates."""
    for path in sorted(folder.rglob("*.jinja")):
        if BASES in path.relative_to(folder).parts:
            continue
        try:
            text = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        if found := _NOTE.match(text):
            yield Copy(path, found["name"], found["version"], found["digest"], text[found.end() :])
