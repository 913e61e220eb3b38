"""What a rendered file defines twice: a name of the document and one of a template that are the same."""

from __future__ import annotations

import ast

_AGAIN = frozenset({"overload", "setter", "getter", "deleter", "register"})
"""Decorators of a function that shares its name with others."""
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def defined_twice(tree: ast.Module) -> tuple[str, ast.stmt] | None:
    """Return the first name that a module or a class in it defines twice, with the second definition.

    The later one would hide the earlier without a word: a method that a template adds would take the place of
    an operation's. What is only assigned again is not counted.
    """
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    for body in (tree.body, *(node.body for node in classes)):
        known: dict[str, ast.stmt] = {}
        for node in body:
            name = _defined(node)
            if name is None:
                continue
            before = known.setdefault(name, node)
            if before is not node and _hides(before, node):
                return name, node
    return None


def _defined(node: ast.stmt) -> str | None:
    if isinstance(node, _DEFINITIONS):
        return node.name
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return node.target.id
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    return None


def _hides(before: ast.stmt, after: ast.stmt) -> bool:
    if isinstance(before, ast.AnnAssign) and isinstance(after, ast.AnnAssign):
        return True
    defined = isinstance(before, _DEFINITIONS) or isinstance(after, _DEFINITIONS)
    return defined and not (_is_one_of_many(before) or _is_one_of_many(after))


def _is_one_of_many(node: ast.stmt) -> bool:
    if not isinstance(node, _DEFINITIONS):
        return False
    return any(ast.unparse(one).partition("(")[0].rpartition(".")[2] in _AGAIN for one in node.decorator_list)
