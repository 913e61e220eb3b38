"""Line breaks that the formatter does not know: long tuples fill lines instead of taking one line an item.

A statement laid out here ends in `# fmt: skip`, so that ruff leaves it as it is.
"""

from __future__ import annotations

from collections.abc import Iterable

from .escape import unmark

WIDTH = 110
SKIP = "  # fmt: skip"


def call(start: str, arguments: Iterable[str | tuple[str, list[str]]], *, indent: int = 0) -> str:
    """Return `start(arguments)` on one line, or with the arguments filled into lines.

    An argument is text, or (prefix, items) for a tuple that may be broken between its items.
    """
    arguments = list(arguments)
    line = f"{start}({', '.join(_whole(argument) for argument in arguments)})"
    if indent + len(unmark(line)) <= WIDTH:
        return line
    pieces = [piece for argument in arguments for piece in _pieces(argument)]
    margin = " " * indent
    filled = "\n".join(f"{margin}    {text}" for text in _fill(pieces, WIDTH - indent - 4))
    return f"{start}(\n{filled}\n{margin}){SKIP}"


def header(start: str, arguments: list[str], returns: str, *, indent: int, lines: int) -> str:
    """Return the header of a function, its arguments filled into at most so many lines.

    A header that is short enough, or too long, is left to the formatter: on one line, or one line an
    argument.
    """
    whole = f"{start}({', '.join(arguments)}) -> {returns}:"
    filled = _fill(arguments, WIDTH - indent - 4)
    if indent + len(whole) <= WIDTH or not 1 < len(filled) <= lines:
        return whole
    margin = " " * indent
    inside = "\n".join(f"{margin}    {text}" for text in filled)
    return f"{start}(\n{inside}\n{margin}) -> {returns}:{SKIP}"


def assigned(name: str, items: list[str], *, indent: int) -> str:
    """Return the statement that gives a tuple a name."""
    whole = f"{name} = {_whole(('', items))}"
    return whole if indent + len(unmark(whole)) <= WIDTH else call(f"{name} = ", items, indent=indent)


def _whole(argument: str | tuple[str, list[str]]) -> str:
    if isinstance(argument, str):
        return argument
    prefix, items = argument
    return f"{prefix}({', '.join(items)}{',' if len(items) == 1 else ''})"


def _pieces(argument: str | tuple[str, list[str]]) -> list[str]:
    if isinstance(argument, str) or len(argument[1]) < 2:
        return [_whole(argument)]
    prefix, items = argument
    return [f"{prefix}({items[0]}", *items[1:-1], f"{items[-1]})"]


def _fill(pieces: list[str], width: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for piece in pieces:
        extended = f"{line} {piece}," if line else f"{piece},"
        if line and len(unmark(extended)) > width:
            lines.append(line)
            extended = f"{piece},"
        line = extended
    return [*lines, line] if line else lines
