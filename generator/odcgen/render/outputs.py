"""`outputs.toml`: which file comes from which template for which node, as data."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from typing import Any, Literal, cast, get_args

from attrs import frozen

from odcgen.errors import ConfigError, RenderError

FILE_NAME = "outputs.toml"
Kind = Literal["package", "runtime", "api", "resource", "operation", "model-group"]
_KINDS: tuple[Kind, ...] = get_args(Kind)
_KEYS = {"for", "template", "path", "once", "off"}
_PLACE = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)*)\}")
_LONGEST = 255
"""The bytes in a name of a file that the usual file systems take."""
_RESERVED = ("py.typed", ".odcgen.json", ".odcgen-interface.jsonl")


@frozen
class Row:
    """One row: for each node of a kind, a file made by a template."""

    kind: Kind
    template: str
    path: str
    """The path below the package, with names of the node: `{api.name}/{resource.name}.py`."""
    once: bool = False
    """Whether the file belongs to the user after the first run."""
    home: str = ""
    """The file that holds the row."""
    line: int | None = None

    def path_for(self, names: dict[str, str]) -> str:
        """Return the path for a node whose names are given, as `api.name`.

        Raises:
            RenderError: if the pattern names something that the node has not, or leads out of the package.
        """

        def named(found: re.Match[str]) -> str:
            if found[1] not in names:
                raise self.error(
                    f"the path {self.path!r} names {found[1]!r}, which a row for {self.kind!r} has not",
                    f"It has {', '.join(sorted(names))}.",
                )
            return names[found[1]]

        path = _PLACE.sub(named, self.path)
        if not _is_inside(path):
            raise self.error(f"the path {path!r} is no path below the package")
        if any(len(part.encode()) > _LONGEST for part in path.split("/")):
            raise self.error(f"the path {path!r} has a part of more than {_LONGEST} bytes")
        if path in _RESERVED:
            raise self.error(f"the path {path!r} is odcgen's own")
        return path

    def error(self, message: str, hint: str | None = None) -> RenderError:
        """Return an error about this row."""
        return RenderError(message, file=self.home, line=self.line, hint=hint)


def read_rows(folders: Iterable[Path]) -> tuple[Row, ...]:
    """Return the rows of a stack of folders, the first of which wins: a path that two have is the first's.

    Raises:
        RenderError: if an `outputs.toml` says something impossible, naming its line.
    """
    rows: dict[str, Row | None] = {}
    for folder in reversed(list(folders)):
        file = folder / FILE_NAME
        if file.is_file():
            rows |= _rows_of(file)
    return tuple(row for row in rows.values() if row is not None)


def check_named(folders: tuple[Path, ...], rows: tuple[Row, ...]) -> None:
    """Refuse a template that would be ignored: one of a Python file that replaces none and that no row names.

    Raises:
        ConfigError: naming it.
    """
    named = {row.template for row in rows}
    for number, folder in enumerate(folders[:-1]):
        for template in sorted(folder.rglob("*.py.jinja")):
            name = template.relative_to(folder).as_posix()
            if name not in named and not any((below / name).is_file() for below in folders[number + 1 :]):
                raise ConfigError(
                    f"the template {name!r} replaces none, and no row of outputs.toml names it",
                    file=str(template),
                    hint="`odcgen templates list` shows all names; a part to include or to extend ends in "
                    ".jinja, not in .py.jinja.",
                )


def _rows_of(file: Path) -> dict[str, Row | None]:
    try:
        text = file.read_text("utf-8")
        raw = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise RenderError(f"the outputs cannot be read: {error}", file=str(file)) from None
    lines = [number for number, line in enumerate(text.split("\n"), 1) if line.strip() == "[[output]]"]
    if unknown := set(raw) - {"version", "output"}:
        raise RenderError(f"there is no key {min(unknown)!r} in outputs.toml", file=str(file))
    if raw.get("version", 1) != 1:
        raise RenderError(
            f"version {raw['version']!r} of the template contract is not known; it is 1", file=str(file)
        )
    entries = raw.get("output", [])
    if not isinstance(entries, list):
        raise RenderError("the rows of outputs.toml are tables named [[output]]", file=str(file))
    rows: dict[str, Row | None] = {}
    for index, entry in enumerate(cast("list[dict[str, Any]]", entries)):
        line = lines[index] if index < len(lines) else None
        row = _row(entry, str(file), line)
        if row.path in rows:
            raise row.error(f"two rows have the path {row.path!r}")
        rows[row.path] = None if entry.get("off") else row
    return rows


def _row(entry: Any, home: str, line: int | None) -> Row:
    blank = Row("package", "", "", home=home, line=line)
    if not isinstance(entry, dict):
        raise blank.error("a row of outputs.toml is a table named [[output]]")
    given = cast("dict[str, Any]", entry)
    if unknown := set(given) - _KEYS:
        raise blank.error(f"a row has no key {min(unknown)!r}", f"It has {', '.join(sorted(_KEYS))}.")
    needed = ("path",) if given.get("off") else ("for", "template", "path")
    for key in ("for", "template", "path"):
        if key in needed and key not in given:
            raise blank.error(f"a row lacks {key!r}")
        if not isinstance(given.get(key, ""), str):
            raise blank.error(f"{key!r} of a row is text")
    for key in ("once", "off"):
        if not isinstance(given.get(key, False), bool):
            raise blank.error(f"{key!r} of a row is true or false")
    if (kind := given.get("for", "package")) not in _KINDS:
        raise blank.error(f"there is no output for {kind!r}", f"It is one of {', '.join(_KINDS)}.")
    return Row(kind, given.get("template", ""), given["path"], given.get("once", False), home, line)


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    good = (
        bool(parts)
        and not path.startswith("/")
        and "\\" not in path
        and not re.search(r'[\0-\x1f<>:"|?*]', path)
    )
    return good and ".." not in parts and all(part.strip(" .") for part in parts) and not path.endswith("/")
