"""The lines of a module that use what is going from a package: found by reading it."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable

from .bindings import Bindings, Chain
from .gone import Gone

_PARTS = 2
_SELF = frozenset(("self", "cls"))


def uses(tree: ast.Module, gone: Gone) -> Iterable[tuple[int, str]]:
    """Return the lines of a module that use what is going, with what they use."""
    reader = _Reader(gone, Bindings(tree, gone.known | gone.classes | {owner for owner, _ in gone.fields}))
    reader.visit(tree)
    return reader.found


class _Reader(ast.NodeVisitor):
    """Goes through a module and compares what it names with what is going."""

    def __init__(self, gone: Gone, bindings: Bindings) -> None:
        self.found: list[tuple[int, str]] = []
        self._gone = gone
        self._bindings = bindings
        self._methods = [tuple(name.split(".")) for name in gone.methods]
        self._arguments: dict[Chain, set[str]] = {}
        for method, name in gone.arguments:
            self._arguments.setdefault(tuple(method.split(".")), set()).add(name)
        self._fields: dict[str, list[str]] = {}
        for owner, name in gone.fields:
            self._fields.setdefault(name, []).append(owner)

    def visit_Import(self, node: ast.Import) -> None:
        """Note the import of an API that goes."""
        for alias in node.names:
            self._imported(alias.lineno, alias.name.split("."))

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Note the import of an API or a class that goes."""
        module = (node.module or "").split(".")
        for alias in node.names:
            self._imported(alias.lineno, [*module, alias.name])
            api = [part for part in module if part != "models"][-1:]
            if (name := ".".join([*api, alias.name])) in self._gone.classes:
                self.found.append((alias.lineno, name))

    def visit_Attribute(self, node: ast.Attribute) -> None:
        """Note a method, a class, a field or a member that goes."""
        chains = self._bindings.chains(node)
        self.found += [(node.lineno, ".".join(name)) for name in _meant(chains, self._methods)]
        for api, last in (chain[-_PARTS:] for chain in chains if len(chain) >= _PARTS):
            if f"{api}.{last}" in self._gone.classes:
                self.found.append((node.lineno, f"{api}.{last}"))
        if owners := self._fields.get(node.attr):
            self._field(node, owners)
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        """Note an argument that goes, of a method that stays or of a class."""
        given = {keyword.arg: keyword.value.lineno for keyword in node.keywords if keyword.arg}
        for method in _meant(self._bindings.chains(node.func), self._arguments):
            for name in self._arguments[method] & given.keys():
                self.found.append((given[name], f"{'.'.join(method)}({name})"))
        self._made(node.func, given)
        self.generic_visit(node)

    def visit_MatchClass(self, node: ast.MatchClass) -> None:
        """Note a field that goes in a pattern such as `case User(name=name)`."""
        self._made(node.cls, dict.fromkeys(node.kwd_attrs, node.lineno))
        self.generic_visit(node)

    def _made(self, class_: ast.AST, given: dict[str, int]) -> None:
        """Note the fields that go where a class is called with them."""
        named = [name for name in given if name in self._fields]
        classes = self._bindings.classes(class_) if named else set[str]()
        for name in named:
            self.found += [
                (given[name], f"{owner}.{name}") for owner in self._fields[name] if owner in classes
            ]

    def _imported(self, line: int, path: list[str]) -> None:
        if path[-1] in self._gone.apis and path[-_PARTS:-1] == [self._gone.package]:
            self.found.append((line, path[-1]))

    def _field(self, node: ast.Attribute, owners: Iterable[str]) -> None:
        """Note a field; where the class of its owner is not known, the module must name it or its API."""
        classes = self._bindings.receivers(node.value)
        for owner in owners:
            api, _, class_ = owner.rpartition(".")
            if owner in classes if classes is not None else {api, class_} & self._bindings.mentioned:
                self.found.append((node.end_lineno or node.lineno, f"{owner}.{node.attr}"))


def _meant(chains: Iterable[Chain], names: Collection[Chain]) -> set[Chain]:
    """Return the names with which a chain ends: all of it, or without the API where that is not seen."""
    found: set[Chain] = set()
    for whole in chains:
        chain = whole[1:] if whole[:1] and whole[0] in _SELF else whole
        for name in names:
            short = len(chain) == len(name) - 1 >= _PARTS and chain == name[1:]
            if short or chain[-len(name) :] == name:
                found.add(name)
    return found
