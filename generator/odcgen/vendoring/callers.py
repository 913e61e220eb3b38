"""Where a user's code calls what an update removes: found by reading the code, without importing it."""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import frozen

_LARGEST = 2 * 1024 * 1024
_FOREIGN = frozenset(("node_modules", "site-packages", "__pycache__", "venv"))
_FEWEST_PARTS = 2


@frozen(order=True)
class Call:
    """A line of the user's code that uses a name which is going.

    Attributes:
        file: The file, relative to where the search began.
        line: The line, from 1.
        name: The name that goes, such as `identity.users.list`.
        text: The line itself.
    """

    file: str
    line: int
    name: str
    text: str


@frozen
class Gone:
    """What is going, by kind: methods, arguments of methods, classes, their fields and members.

    Attributes:
        methods: Such as `identity.users.list`.
        arguments: The method and the argument.
        classes: Such as `identity.User`.
        fields: The class and the field or member.
    """

    methods: frozenset[str] = frozenset()
    arguments: frozenset[tuple[str, str]] = frozenset()
    classes: frozenset[str] = frozenset()
    fields: frozenset[tuple[str, str]] = frozenset()

    def __bool__(self) -> bool:
        """Tell whether anything is going."""
        return bool(self.methods or self.arguments or self.classes or self.fields)


def find_calls(root: Path, copy: Path, gone: Gone) -> tuple[Call, ...]:
    """Return the lines below a folder that use what is going; the copy's own are left out."""
    if not gone:
        return ()
    words = _words(gone)
    found: set[Call] = set()
    for path in _python_files(root, copy):
        try:
            content = path.read_bytes()
            if len(content) > _LARGEST or not words.search(content):
                continue
            tree = ast.parse(content)
        except (OSError, SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        lines = content.decode("utf-8", "replace").splitlines()
        for line, name in _Reader(gone).read(tree):
            text = lines[line - 1].strip() if line <= len(lines) else ""
            found.add(Call(path.relative_to(root).as_posix(), line, name, text))
    return tuple(sorted(found))


def _words(gone: Gone) -> re.Pattern[bytes]:
    """Return what a file must contain to be read at all."""
    last = {name.rpartition(".")[2] for name in (*gone.methods, *gone.classes)}
    last |= {name for _, name in (*gone.arguments, *gone.fields)}
    return re.compile(b"|".join(rb"\b" + re.escape(word.encode()) + rb"\b" for word in sorted(last)))


def _python_files(root: Path, copy: Path) -> Iterator[Path]:
    for parent, names, files in os.walk(root):
        here = Path(parent)
        names[:] = sorted(
            name
            for name in names
            if not name.startswith(".")
            and name not in _FOREIGN
            and here / name != copy
            and not (here / name / "pyvenv.cfg").exists()
        )
        yield from (here / name for name in sorted(files) if name.endswith((".py", ".pyi")))


class _Reader(ast.NodeVisitor):
    """Follows names through a module: imports, and variables that are given a part of the client."""

    def __init__(self, gone: Gone) -> None:
        self._gone = gone
        self._methods = {tuple(name.split(".")): name for name in gone.methods}
        self._classes = {name.rpartition(".")[2]: name for name in gone.classes}
        self._fields: dict[str, list[tuple[str, str]]] = {}
        for owner, name in sorted(gone.fields):
            self._fields.setdefault(name, []).append((owner.rpartition(".")[2], f"{owner}.{name}"))
        self._arguments: dict[tuple[str, ...], set[str]] = {}
        for method, name in gone.arguments:
            self._arguments.setdefault(tuple(method.split(".")), set()).add(name)
        self._known: dict[str, tuple[str, ...]] = {}
        self._named: set[str] = set()
        self._found: list[tuple[int, str]] = []

    def read(self, tree: ast.Module) -> Iterable[tuple[int, str]]:
        """Return the lines that use what is going, with what they use."""
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom):
                self._named |= {alias.name for alias in node.names}
            elif isinstance(node, ast.Attribute):
                self._named.add(node.attr)
            elif isinstance(node, ast.Assign) and len(node.targets) == 1:
                target, chain = node.targets[0], self._chain(node.value)
                if isinstance(target, ast.Name) and len(chain) >= _FEWEST_PARTS:
                    self._known[target.id] = chain
        self.visit(tree)
        return self._found

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Note the import of a class that goes."""
        for alias in node.names:
            if alias.name in self._classes and _is_module(node, self._classes[alias.name]):
                self._found.append((alias.lineno, self._classes[alias.name]))

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Note a method, a field or a member that goes."""
        chain = self._chain(node)
        if name := self._ending(chain, self._methods):
            self._found.append((node.lineno, name))
        api, _, last = ".".join(chain[-2:]).rpartition(".")
        if last in self._classes and self._classes[last] == f"{api}.{last}":
            self._found.append((node.lineno, self._classes[last]))
        for owner, name in self._fields.get(node.attr, ()):
            if owner in self._named or self._api_is_used(name):
                self._found.append((node.end_lineno or node.lineno, name))
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Note an argument that goes, of a method that stays or of a class."""
        chain = self._chain(node.func)
        method = self._ending(chain, {key: ".".join(key) for key in self._arguments})
        given = {keyword.arg: keyword.value.lineno for keyword in node.keywords if keyword.arg}
        if method:
            for name in self._arguments[tuple(method.split("."))] & given.keys():
                self._found.append((given[name], f"{method}({name})"))
        called = chain[-1] if chain else ""
        for owner, name in self._gone.fields:
            if owner.rpartition(".")[2] == called and name in given:
                self._found.append((given[name], f"{owner}.{name}"))
        self.generic_visit(node)

    def _api_is_used(self, name: str) -> bool:
        """Tell whether the module asks for something of the API that a field belongs to."""
        return name.partition(".")[0] in self._named

    def _chain(self, node: ast.AST) -> tuple[str, ...]:
        """Return the names of `a.b.c`, with a variable's own chain in its place."""
        parts: list[str] = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if isinstance(node, ast.Name):
            parts += reversed(self._known.get(node.id, (node.id,)))
        return tuple(reversed(parts))

    @staticmethod
    def _ending(chain: tuple[str, ...], names: dict[tuple[str, ...], str]) -> str:
        """Return the name with which a chain ends: all of it, or without the API where that is not seen."""
        for parts, name in names.items():
            if chain[-len(parts) :] == parts or (
                len(chain) == len(parts) - 1 and chain == parts[1:] and len(chain) >= _FEWEST_PARTS
            ):
                return name
        return ""


def _is_module(node: ast.ImportFrom, name: str) -> bool:
    """Tell whether a class of an API is imported from that API, or from its models."""
    module = (node.module or "").removesuffix(".models")
    return module.rpartition(".")[2] == name.rpartition(".")[0]
