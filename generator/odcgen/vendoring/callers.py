"""Where a user's code uses what an update removes: its Python files are read, and none is imported."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path

from attrs import frozen

from .gone import Gone
from .usage import uses

_LARGEST = 2 * 1024 * 1024
_FOREIGN = frozenset(("node_modules", "site-packages", "__pycache__", "venv"))


@frozen(order=True)
class Call:
    """A line of the user's code that uses a name which is going.

    Attributes:
        file: The file, relative to where the search began.
        line: The line, from 1.
        name: The name that goes, such as `identity.users.list`.
        text: The line itself.
    """

    file: str
    line: int
    name: str
    text: str


@frozen
class Calls:
    """What a search found.

    Attributes:
        found: The lines that use what is going.
        unread: Files that contain such a name and cannot be read as Python, with the reason.
    """

    found: tuple[Call, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()


def find_calls(root: Path, copy: Path, gone: Gone) -> Calls:
    """Return the lines below a folder that use what is going; the copy's own are left out."""
    if not gone:
        return Calls()
    words = _words(gone)
    found: set[Call] = set()
    unread: list[tuple[str, str]] = []
    for path in _python_files(root, copy):
        shown = path.relative_to(root).as_posix()
        try:
            content = path.read_bytes()
            if words.search(content):
                found |= {Call(shown, *use) for use in _uses(content, gone)}
        except SyntaxError as error:
            unread.append((shown, f"line {error.lineno or 1}: {error.msg}"))
        except (OSError, ValueError, RecursionError, MemoryError) as error:
            unread.append((shown, str(error) or type(error).__name__))
    return Calls(tuple(sorted(found)), tuple(unread))


def _uses(content: bytes, gone: Gone) -> Iterator[tuple[int, str, str]]:
    """Yield line, name and text of each use of what is going."""
    if len(content) > _LARGEST:
        raise ValueError(f"it is larger than {_LARGEST // 1024**2} MiB")
    tree = ast.parse(content)
    lines = content.decode("utf-8", "replace").splitlines()
    for line, name in uses(tree, gone):
        yield line, name, lines[line - 1].strip() if line <= len(lines) else ""


def _words(gone: Gone) -> re.Pattern[bytes]:
    """Return what a file must contain to be read at all."""
    last = {name.rpartition(".")[2] for name in (*gone.apis, *gone.methods, *gone.classes)}
    last |= {name for _, name in (*gone.arguments, *gone.fields)}
    return re.compile(b"|".join(rb"\b" + re.escape(word.encode()) + rb"\b" for word in sorted(last)))


def _python_files(root: Path, copy: Path) -> Iterator[Path]:
    for parent, names, files in os.walk(root):
        here = Path(parent)
        names[:] = sorted(
            name
            for name in names
            if not name.startswith(".")
            and name not in _FOREIGN
            and here / name != copy
            and not (here / name / "pyvenv.cfg").exists()
        )
        yield from (here / name for name in sorted(files) if name.endswith((".py", ".pyi")))
