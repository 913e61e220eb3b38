"""The fifty promises: each has a test that names it."""

import ast
import re


def test_every_promise_has_a_test(root):
    """Each number from P1 to P50, and each later one of the pages, stands in the docstring of a test."""
    named = set()
    for path in (root / "tests").rglob("test_*.py"):
        if "node_modules" in path.parts:
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name.startswith("test_"):
                named |= {int(number) for number in re.findall(r"\bP(\d+)\b", ast.get_docstring(node) or "")}
    pages = "".join((root / "docs" / page).read_text("utf-8") for page in ("security.md", "reliability.md"))
    told = {int(number) for number in re.findall(r"\bP(\d+)\b", pages)}
    assert set(range(51, 58)) - told == set()
    assert (set(range(1, 51)) | told) - named == set()
