"""Whether two texts of a file mean the same: formatting is no change, a word in a comment is."""

from __future__ import annotations

import ast
import io
import tokenize


def same_meaning(path: str, one: str, other: str) -> bool:
    """Tell whether two texts differ in their formatting only."""
    if one == other:
        return True
    if not path.endswith(".py"):
        return _lines(one) == _lines(other)
    try:
        return ast.dump(ast.parse(one)) == ast.dump(ast.parse(other)) and _comments(one) == _comments(other)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.rstrip().splitlines()]


def _comments(text: str) -> list[str]:
    tokens = tokenize.generate_tokens(io.StringIO(text.replace("\r\n", "\n")).readline)
    return [" ".join(token.string.lstrip("# ").split()) for token in tokens if token.type == tokenize.COMMENT]
