"""Escaping filters: the only ways by which text of a document gets into generated code.

Each wraps what it prints in two marks from Unicode's private use area. Outside of strings and comments such a
character is a syntax error, so the check of a rendered file (`check.py`) proves that the text stands nowhere
else; then the marks are taken out.
"""

from __future__ import annotations

from odcgen import ir

OPEN, CLOSE = "\ue000", "\ue001"


def literal(value: ir.SpecText | str | int | bool) -> str:
    """Return a string or number as a Python literal, in double quotes."""
    if isinstance(value, bool | int):
        return repr(value)
    text = _plain(value)
    escaped = "".join(_escape(char) for char in text)
    return f'"{OPEN}{escaped}{CLOSE}"'


def _escape(char: str) -> str:
    if char in ('"', "\\"):
        return f"\\{char}"
    if char.isprintable():
        return char
    return char.encode("unicode_escape", "surrogatepass").decode("ascii")


def docstring(value: ir.SpecText | str | None) -> str:
    """Return text for the inside of a triple-quoted docstring, white space and breaks folded into blanks."""
    text = " ".join(_plain(value).split()) if value else ""
    text = "".join(char if char.isprintable() else "" for char in text)
    text = text.replace("\\", "\\\\").replace('"""', "'''").strip()
    if text.endswith('"'):
        text = f"{text[:-1]}'"
    return f"{OPEN}{text}{CLOSE}" if text else ""


def comment(value: ir.SpecText | str) -> str:
    """Return text for one comment line."""
    text = "".join(char if char.isprintable() else " " for char in _plain(value))
    return f"{OPEN}{' '.join(text.split())}{CLOSE}"


def unmark(text: str) -> str:
    """Take the marks out of a checked file."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def _plain(value: ir.SpecText | str) -> str:
    text = value.text if isinstance(value, ir.SpecText) else value
    return text.replace(OPEN, "").replace(CLOSE, "")
