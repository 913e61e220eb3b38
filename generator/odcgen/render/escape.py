"""Escaping filters: the only ways by which text of a document gets into generated code.

Each wraps what it prints in two marks, characters that Unicode keeps free for the inside of programs. Outside
of strings and comments such a character is a syntax error, so the check of a rendered file (`check.py`)
proves that the text stands nowhere else; then the marks are taken out.
"""

from __future__ import annotations

from odcgen import ir
from odcgen.errors import RenderError
from odcgen.kit import markdown as md
from odcgen.kit.characters import escape, is_printable

OPEN, CLOSE = "\ufdd0", "\ufdd1"


def literal(value: ir.SpecText | str | float | bool) -> str:
    """Return a string or number as a Python literal, in double quotes.

    Raises:
        RenderError: if the text holds one of the marks.
    """
    if isinstance(value, bool | int | float):
        return repr(value)
    text = _plain(value)
    if OPEN in text or CLOSE in text:
        raise RenderError(
            f"a name or value holds {OPEN!r} or {CLOSE!r}, which are no characters to exchange: {text[:40]!r}"
        )
    if not is_printable(text) or '"' in text or "\\" in text:
        text = "".join(_escape(char) for char in text)
    return f'"{OPEN}{text}{CLOSE}"'


def _escape(char: str) -> str:
    if char in ('"', "\\"):
        return f"\\{char}"
    return char if is_printable(char) else escape(char)


def docstring(value: ir.SpecText | str | None) -> str:
    """Return text for the inside of a triple-quoted docstring, white space and breaks folded into blanks."""
    text = " ".join(_plain(value).split()) if value else ""
    if not is_printable(text):
        text = "".join(char if is_printable(char) else "" for char in text)
    text = text.replace("\\", "\\\\").replace('"""', "'''").strip()
    if text.endswith('"'):
        text = f"{text[:-1]}'"
    return f"{OPEN}{text}{CLOSE}" if text else ""


def comment(value: ir.SpecText | str) -> str:
    """Return text for one comment line."""
    return f"{OPEN}{' '.join(_shown(value).split())}{CLOSE}"


def markdown(value: ir.SpecText | str) -> str:
    """Return text for Markdown: it shows just this text, and is no link, picture or HTML."""
    return f"{OPEN}{md.plain(_shown(value))}{CLOSE}"


def code(value: ir.SpecText | str) -> str:
    """Return text as a code span of Markdown."""
    return f"{OPEN}{md.code(_shown(value))}{CLOSE}"


def _shown(value: ir.SpecText | str) -> str:
    return "".join(char if is_printable(char) else " " for char in _plain(value))


def unmark(text: str) -> str:
    """Take the marks out of a checked file."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def _plain(value: ir.SpecText | str) -> str:
    return value.text if isinstance(value, ir.SpecText) else value
