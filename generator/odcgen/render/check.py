"""The proof that text of a document became data, strings and comments, and that all names are defined."""

from __future__ import annotations

import ast
import builtins
import io
import re
import tokenize
from collections.abc import Callable, Iterator
from typing import Any

from attrs import define, field

from odcgen.errors import RenderError

from .escape import CLOSE, OPEN, unmark
from .scopes import defined_twice

_EDGE = re.compile(rf'(?<!\\)(?:\\\\)*(?:\\|"){CLOSE}')
"""A last backslash or quote that stands on its own: it would meet what follows once the mark is gone."""
_ALWAYS = {*dir(builtins), "__file__", "__path__", "__package__", "__all__"}


class Unfit(RenderError):
    """A rendered file cannot be written; `line` is its own line, counted before its imports are filled in."""

    def __init__(self, message: str, *, line: int | None = None, offset: int = 0) -> None:
        """Keep what is wrong, and the line and the offset in it where it is."""
        super().__init__(message, line=line)
        self.offset = offset


@define
class Facts:
    """What a file's code uses and defines."""

    used: dict[str, tuple[int, int]] = field(factory=dict[str, tuple[int, int]])
    """The names that are read, and the first line and column that does."""
    bound: set[str] = field(factory=set[str])
    """The names that are defined anywhere in it."""
    starred: bool = False

    def undefined(self, imported: set[str]) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield the names that are used and never defined, with the place."""
        if not self.starred and "*" not in imported:
            for name, place in self.used.items():
                if name not in self.bound and name not in imported and name not in _ALWAYS:
                    yield name, place


def prove(text: str) -> Facts:
    """Return the facts of a Python file, if it compiles and marked text stands only in strings and comments.

    Raises:
        Unfit: if not: a template printed something badly.
    """
    try:
        tree = ast.parse(text)
        compile(tree, "generated", "exec", dont_inherit=True)  # sees more: an argument that is there twice
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line, column = getattr(error, "lineno", None), (getattr(error, "offset", None) or 1) - 1
        raise Unfit(f"is no valid Python: {getattr(error, 'msg', error)}", line=line, offset=column) from None
    if (twice := defined_twice(tree)) is not None:
        name, node = twice
        raise Unfit(f"defines {name!r} twice", line=node.lineno, offset=node.col_offset)
    facts = Facts()
    inside = _look(tree, facts)
    marked = text.count(OPEN)
    if marked or CLOSE in text:
        comments = [] if inside == marked else _comments(text)
        inside += sum(comment.count(OPEN) for comment in comments)
        if inside != marked or text.count(CLOSE) != marked or _EDGE.search(_without(text, comments)):
            raise Unfit("has text of the document in its code", line=_first_in_code(tree, text))
    return facts


def check(path: str, text: str) -> str:
    """Return a rendered file without its marks, if it may be written.

    Raises:
        RenderError: if it is not valid Python, or if text of the document is part of its code.
    """
    try:
        prove(text) if path.endswith(".py") else balance(text)
    except Unfit as error:
        raise RenderError(f"{path} {error.message}", file=path, line=error.line) from None
    return unmark(text)


def balance(text: str) -> None:
    """Refuse a file that is no Python and holds text of a document that no filter has escaped.

    Raises:
        Unfit: if there is any.
    """
    if text.count(OPEN) != text.count(CLOSE) or re.search(f"{OPEN}[^{CLOSE}]*{OPEN}", text):
        raise Unfit("has text of the document that was printed without a filter")


def _look(tree: ast.AST, facts: Facts) -> int:
    """Note the facts of a tree and return how many marked texts its strings hold.

    One look at each node: a third of the time of rendering goes into it, and names and constants, which have
    no parts, are most of them.
    """
    stack: list[object] = [tree]
    found = 0
    while stack:
        node = stack.pop()
        if isinstance(node, ast.Name):
            _name(node, facts)
            continue
        if not isinstance(node, ast.AST):
            continue  # a number, or one of the names of `global`
        if (note := _NOTES.get(type(node))) is not None:
            note(node, facts)
        for part in node._fields:
            value = getattr(node, part)
            if type(value) is str:
                if OPEN in value:
                    found += _balanced(node, value)
            elif type(value) is list:
                stack += value
            elif value is not None:
                stack.append(value)
    return found


def _balanced(node: ast.AST, value: str) -> int:
    """Count the marked texts of a string; each must begin and end inside it."""
    opened = value.count(OPEN)
    if opened != value.count(CLOSE) or re.search(f"{OPEN}[^{CLOSE}]*{OPEN}", value):
        raise Unfit("has text of the document that leaves its string", line=getattr(node, "lineno", None))
    return opened


def _name(node: Any, facts: Facts) -> None:
    if type(node.ctx) is ast.Load:
        place = (node.lineno, node.col_offset)
        known = facts.used.get(node.id)
        if known is None or place < known:
            facts.used[node.id] = place
    else:
        facts.bound.add(node.id)


def _named(node: Any, facts: Facts) -> None:
    if node.name:
        facts.bound.add(node.name)


def _argument(node: Any, facts: Facts) -> None:
    facts.bound.add(node.arg)


def _imported(node: Any, facts: Facts) -> None:
    facts.starred = facts.starred or node.name == "*"
    facts.bound.add(node.asname or node.name.partition(".")[0])


def _exported(node: Any, facts: Facts) -> None:
    """What `__all__` lists is used, by those who import the module."""
    if any(isinstance(target, ast.Name) and target.id == "__all__" for target in node.targets):
        for item in ast.walk(node.value):
            if isinstance(item, ast.Constant) and isinstance(item.value, str):
                facts.used.setdefault(item.value, (item.lineno, 0))


_NOTES: dict[type[object], Callable[[Any, Facts], None]] = {
    ast.arg: _argument,
    ast.alias: _imported,
    ast.Assign: _exported,
    **dict.fromkeys((ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef), _named),
    **dict.fromkeys((ast.ExceptHandler, ast.MatchAs, ast.MatchStar), _named),
}
"""What a node reads or defines."""


def _comments(text: str) -> list[str]:
    """Return the comments that hold marked text, each whole within its own."""
    found = [
        token.string
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.COMMENT and (OPEN in token.string or CLOSE in token.string)
    ]
    for comment in found:
        balance(comment)
    return found


def _without(text: str, comments: list[str]) -> str:
    for comment in comments:
        text = text.replace(comment, "", 1)
    return text


def _first_in_code(tree: ast.AST, text: str) -> int | None:
    """Return the first line with marked text of which no string tells; None where a string holds it too."""
    strings = {
        line
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        for line in range(node.lineno, (node.end_lineno or node.lineno) + 1)
    }
    lines = (number for number, line in enumerate(text.split("\n"), 1) if OPEN in line)
    return next((number for number in lines if number not in strings), None)
