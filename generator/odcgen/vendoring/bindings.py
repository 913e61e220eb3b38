"""What the names of a module stand for: parts of a client, and its classes, as far as the module tells."""

from __future__ import annotations

import ast
from collections.abc import Iterable

Chain = tuple[str, ...]
_PARTS = 2
_WRAPPERS = frozenset(("Optional", "Union", "Final", "Annotated", "ClassVar"))
_SELF = frozenset(("self", "cls"))
_LITERALS = (ast.Constant, ast.JoinedStr, ast.List, ast.Dict, ast.Set, ast.Tuple, ast.ListComp, ast.DictComp)


class Bindings:
    """The names of a module: imports, variables with a part of the client, variables with known classes.

    Functions are not told apart: a name stands for all that it is given anywhere in the module.
    """

    def __init__(self, tree: ast.Module, known: Iterable[str]) -> None:
        """Read a module; `known` are the classes of the package, such as `identity.User`."""
        self._by_last: dict[str, set[str]] = {}
        for name in known:
            self._by_last.setdefault(name.rpartition(".")[2], set()).add(name)
        self._chains: dict[str, set[Chain]] = {}
        self._types: dict[str, set[str] | None] = {}
        self.mentioned: set[str] = set()
        nodes = list(ast.walk(tree))
        self._stars = False
        for node in nodes:
            self._import(node)
        self._heirs = any(
            self.classes(base) for node in nodes if isinstance(node, ast.ClassDef) for base in node.bases
        )
        told: set[ast.AST] = set()
        for node in nodes:
            told |= self._given(node)
        for node in nodes:
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node not in told:
                self._types[node.id] = None

    def chains(self, node: ast.AST) -> set[Chain]:
        """Return the names of `a.b.c`, with what a variable was given in its place."""
        if isinstance(node, ast.Await):
            return self.chains(node.value)
        if isinstance(node, ast.Name):
            return self._chains.get(node.id) or {(node.id,)}
        if isinstance(node, ast.Attribute):
            own = self._chains.get(f"self.{node.attr}") if _is_self(node.value) else None
            return own or {(*chain, node.attr) for chain in self.chains(node.value)}
        return {()}

    def classes(self, node: ast.AST) -> set[str]:
        """Return the classes of the package that an expression such as `identity.User` may name."""
        found: set[str] = set()
        for chain in self.chains(node):
            if len(chain) < _PARTS and not self._stars:
                continue  # a name of the module's own
            last = chain[-1] if chain else ""
            api = next((part for part in reversed(chain[:-1]) if part != "models"), "")
            meant = self._by_last.get(last, set())
            found |= {f"{api}.{last}"} if f"{api}.{last}" in meant else meant
        return found

    def receivers(self, node: ast.AST) -> set[str] | None:
        """Return the classes of the package that the value of an expression may have; None if unknown."""
        if isinstance(node, _LITERALS):
            return set()
        if _is_self(node):
            return None if self._heirs else set()
        if isinstance(node, ast.Name) and node.id in self._types:
            return self._types[node.id]
        if isinstance(node, ast.Call):
            return self.classes(node.func) or None
        return self.classes(node) or None

    def _import(self, node: ast.AST) -> None:
        if isinstance(node, ast.ImportFrom):
            module = tuple((node.module or "").split(".")) if node.module else ()
            for alias in node.names:
                self._chains.setdefault(alias.asname or alias.name, set()).add((*module, alias.name))
                self.mentioned.add(alias.name)
                self._stars = self._stars or alias.name == "*"
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.asname:
                    self._chains.setdefault(alias.asname, set()).add(tuple(alias.name.split(".")))
        elif isinstance(node, ast.Attribute):
            self.mentioned.add(node.attr)

    def _given(self, node: ast.AST) -> set[ast.AST]:
        """Note what a node gives to names; return the names of which that says all."""
        if isinstance(node, ast.arg):
            self._note(node.arg, self._annotated(node.annotation))
        elif isinstance(node, ast.AnnAssign):
            if node.value:
                self._assign(node.target, node.value)
            if isinstance(node.target, ast.Name):
                self._note(node.target.id, self._annotated(node.annotation))
            return {node.target}
        elif isinstance(node, ast.NamedExpr) or (isinstance(node, ast.Assign) and len(node.targets) == 1):
            target = node.target if isinstance(node, ast.NamedExpr) else node.targets[0]
            self._assign(target, node.value)
            if isinstance(target, ast.Name):
                made = self.classes(node.value.func) if isinstance(node.value, ast.Call) else set[str]()
                self._note(target.id, made or None)
            return {target}
        return set()

    def _assign(self, target: ast.AST, value: ast.AST) -> None:
        chains = {chain for chain in self.chains(value) if len(chain) >= _PARTS}
        if not chains:
            return
        if isinstance(target, ast.Name):
            self._chains.setdefault(target.id, set()).update(chains)
        elif isinstance(target, ast.Attribute) and _is_self(target.value):
            self._chains.setdefault(f"self.{target.attr}", set()).update(chains)

    def _note(self, name: str, classes: set[str] | None) -> None:
        """Add to what a variable may be; once unknown, always unknown."""
        before = self._types.get(name, set())
        self._types[name] = None if before is None or classes is None else before | classes

    def _annotated(self, node: ast.AST | None) -> set[str] | None:
        """Return the classes of the package that an annotation names; None if it names anything else."""
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            try:
                return self._annotated(ast.parse(node.value, mode="eval").body)
            except (SyntaxError, ValueError):
                return None
        if isinstance(node, ast.Constant) and node.value is None:
            return set()
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            return _both(self._annotated(node.left), self._annotated(node.right))
        if isinstance(node, ast.Subscript):
            return self._wrapped(node)
        return (self.classes(node) or None) if node is not None else None

    def _wrapped(self, node: ast.Subscript) -> set[str] | None:
        if not any(chain and chain[-1] in _WRAPPERS for chain in self.chains(node.value)):
            return None
        found: set[str] | None = set()
        for part in node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]:
            found = _both(found, self._annotated(part))
        return found


def _both(one: set[str] | None, other: set[str] | None) -> set[str] | None:
    return None if one is None or other is None else one | other


def _is_self(node: ast.AST) -> bool:
    return isinstance(node, ast.Name) and node.id in _SELF
