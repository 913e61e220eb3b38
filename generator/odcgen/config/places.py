"""The line of a section or a key of an odcgen.toml, for errors: tomllib keeps none."""

from __future__ import annotations

import re

_HEADER = re.compile(r"""\s*\[\[?\s*["']?(?P<section>[\w-]+)["']?\s*\]\]?\s*(?:#.*)?""")
_TOML = re.compile(r"\(at line (?P<line>\d+), column (?P<column>\d+)\)")


def place_of(text: str, pointer: str) -> tuple[int, int] | None:
    """Return the 1-based line and column of what a pointer names, else of the section that holds it.

    Args:
        text: an odcgen.toml.
        pointer: `/section`, `/section/key`, or for a table of many `/section/index/key`.
    """
    parts = [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:]]
    if not parts:
        return None
    section, key = parts[0], parts[-1] if len(parts) > 1 and not parts[-1].isdigit() else None
    wanted = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else 0
    found, current, index = None, "", -1
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.fullmatch(line):
            current = header["section"]
            index += current == section
            if current == section and index == wanted:
                found = number, len(line) - len(line.lstrip()) + 1
        elif (here := _key_in(line)) and _is_wanted(current, index, here, section, wanted, key):
            return number, len(line) - len(line.lstrip()) + 1
    return found


def place_of_syntax(message: str) -> tuple[int, int] | None:
    """Return the line and column that a message of tomllib names."""
    match = _TOML.search(message)
    return (int(match["line"]), int(match["column"])) if match else None


def without_place(message: str) -> str:
    """Return a message of tomllib without the place, which stands elsewhere in ours."""
    return _TOML.sub("", message).strip()


def _key_in(line: str) -> str:
    match = re.match(r"""\s*["']?([\w-]+)["']?\s*(?:=|\.)""", line)
    return match[1] if match else ""


def _is_wanted(current: str, index: int, here: str, section: str, wanted: int, key: str | None) -> bool:
    if not current:
        return key is None and here == section
    return current == section and index == wanted and here == key
