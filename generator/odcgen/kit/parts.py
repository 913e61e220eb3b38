"""The files that a document of several files is made of: those below its folder that its text names."""

from __future__ import annotations

import os
import posixpath
import re
import stat
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote

MAX_FILES: Final = 2000
MAX_BYTES: Final = 64 * 1024 * 1024

_REFERENCE = re.compile(r"""\$ref["']?\s*:\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s"',}#][^\s,}]*))""")
_NAME = re.compile(r"""[^\s"'{}\[\],#:]+\.(?:json|ya?ml)(?=[#"'\s,}\]]|$)""")


class Part(NamedTuple):
    """A file that a document refers to, or why it is not read."""

    name: str
    """The path below the folder of the document."""
    content: bytes
    problem: str = ""


def target_of(name: str, reference: str) -> tuple[str, str] | None:
    """Return the path below the folder and the fragment that a reference in a file leads to.

    None if it leads to a URL or out of the folder.
    """
    file, _, fragment = reference.partition("#")
    file = unquote(file)
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", file) or file.startswith("/") or "\\" in file or "\0" in file:
        return None
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), file)) if file else name
    return None if path.startswith("../") or path == ".." else (path, unquote(fragment))


def parts_of(document: Path, text: bytes) -> tuple[Part, ...]:
    """Return the files below the folder of a document that it refers to, directly or through others."""
    found: dict[str, Part] = {}
    left = [Part(document.name, text)]
    size = 0
    while left:
        part = left.pop()
        for name in _names(part):
            if name not in found and name != document.name and len(found) < MAX_FILES:
                found[name] = new = _read(document.parent, name, MAX_BYTES - size)
                size += len(new.content)
                left.append(new)
    return tuple(part for _, part in sorted(found.items()))


def _names(part: Part) -> list[str]:
    text = part.content.decode("utf-8", "replace").replace("\\/", "/")
    written = [next(filter(None, match), "") for match in _REFERENCE.findall(text)]
    targets = (target_of(part.name, reference) for reference in (*written, *_NAME.findall(text)))
    return [target[0] for target in targets if target is not None]


def _read(folder: Path, name: str, most: int) -> Part:
    """Read a file below a folder; no link is followed on the way."""
    path = folder
    try:
        for step in name.split("/"):
            path = path / step
            status = path.lstat()
            if stat.S_ISLNK(status.st_mode) or getattr(status, "st_reparse_tag", 0):
                return Part(name, b"", "is a link or lies behind one")
        if not stat.S_ISREG(status.st_mode):
            return Part(name, b"", "is no file")
        flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, os.O_RDONLY | flags), "rb") as file:
            content = file.read(most + 1)
    except (OSError, ValueError):
        return Part(name, b"", "is not there, or cannot be read")
    if len(content) > most:
        return Part(name, b"", f"is too large: all files together may have {MAX_BYTES // 1024**2} MiB")
    return Part(name, content)
