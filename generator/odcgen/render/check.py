"""The proof that text of a document became data: strings and comments, never code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import cast

from odcgen.errors import RenderError

from .escape import CLOSE, OPEN, unmark

_EDGE = re.compile(rf'(?<!\\)(?:\\\\)*(?:\\|"){CLOSE}')
"""A last backslash or quote that stands on its own: it would meet what follows once the mark is gone."""
_COMMENT = re.compile(f"^[^\"'\n]*#[^\n{OPEN}]*{OPEN}[^\n{OPEN}{CLOSE}]*{CLOSE}", re.MULTILINE)


def check(path: str, text: str) -> str:
    """Return a rendered file without its marks, if marked text stands only in strings and comments.

    Raises:
        RenderError: if the file does not parse, or if marked text is part of its code: a template printed it
        badly.
    """
    if not path.endswith(".py"):
        return unmark(text)
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None)
        raise RenderError(
            f"the template of {path} does not give valid Python: {error}", file=path, line=line
        ) from None
    marked = text.count(OPEN)
    if marked or CLOSE in text:
        inside = sum(_balanced(path, node, value) for node, value in _marked_strings(tree))
        rest, comments = _COMMENT.subn("", text)
        if inside + comments != marked or text.count(CLOSE) != marked or _EDGE.search(rest):
            raise RenderError(f"text of a document became code in {path}", file=path)
    return unmark(text)


def _marked_strings(tree: ast.AST) -> Iterator[tuple[ast.AST, str]]:
    """Yield the strings of a tree that hold marks, with their nodes; three times as fast as `ast.walk`."""
    stack = [tree]
    while stack:
        node = stack.pop()
        for value in node.__dict__.values():
            if isinstance(value, ast.AST):
                stack.append(value)
            elif isinstance(value, list):
                stack.extend(item for item in cast("list[object]", value) if isinstance(item, ast.AST))
            elif isinstance(value, str) and OPEN in value:
                yield node, value


def _balanced(path: str, node: ast.AST, value: str) -> int:
    """Count the marked texts of a string constant; each must begin and end inside it."""
    opened = value.count(OPEN)
    if opened != value.count(CLOSE) or re.search(f"{OPEN}[^{CLOSE}]*{OPEN}", value):
        line = getattr(node, "lineno", None)
        raise RenderError(f"text of a document leaves its string in {path}", file=path, line=line)
    return opened
