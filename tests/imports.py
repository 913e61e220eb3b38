"""The imports of a package as its source states them, however they are written."""

import ast
from collections import defaultdict


def modules(root, package):
    """Return the path of each module of a package below `root` by its dotted name."""
    found = {}
    for path in sorted((root / package).rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def imports(root, package):
    """Yield (module, imported name, whether it waits for a call or a type checker, where) of each import.

    An import by a name that is not written down as such is yielded with the name `?`.
    """
    for module, path in modules(root, package).items():
        collector = _Collector(module, path.name == "__init__.py")
        collector.visit(ast.parse(path.read_bytes(), str(path)))
        for name, late, line in collector.found:
            yield module, name, late, f"{path.relative_to(root).as_posix()}:{line}"


def graph(root, package):
    """Return the modules of the package that each of its modules imports."""
    known, edges = modules(root, package), defaultdict(set)
    for module, name, _, _ in imports(root, package):
        while name and name not in known:
            name = name.rpartition(".")[0]
        # `from . import x` in an __init__.py may name what is defined there; no module imports itself.
        if name and name != module:
            edges[module].add(name)
    return {module: edges[module] for module in known}


def circles(root, package):
    """Return the sets of modules that import each other, directly or through others, each sorted."""
    return knots(graph(root, package))


def knots(edges):
    """Return the strongly connected sets of more than one node of a graph, each sorted."""
    reached = {node: _reach(edges, node) for node in edges}
    found = {tuple(sorted(o for o in reached[node] if node in reached[o])) for node in edges}
    return sorted(knot for knot in found if len(knot) > 1)


def _reach(edges, start):
    seen, stack = set(), [start]
    while stack:
        for node in edges[stack.pop()]:
            if node not in seen:
                seen.add(node)
                stack.append(node)
    return seen


class _Collector(ast.NodeVisitor):
    def __init__(self, module, is_package):
        self.found = []
        self._package = module if is_package else module.rpartition(".")[0]
        self._late = 0

    def visit_FunctionDef(self, node):
        self._late += 1
        self.generic_visit(node)
        self._late -= 1

    visit_AsyncFunctionDef = visit_Lambda = visit_FunctionDef

    def visit_If(self, node):
        if ast.unparse(node.test).rpartition(".")[2] == "TYPE_CHECKING":
            self._late += 1
            for child in node.body:
                self.visit(child)
            self._late -= 1
            for child in node.orelse:
                self.visit(child)
        else:
            self.generic_visit(node)

    def visit_Import(self, node):
        for alias in node.names:
            self._add(alias.name, node)

    def visit_ImportFrom(self, node):
        base = self._absolute("." * node.level + (node.module or ""))
        for alias in node.names:
            # `from package import module` imports the module, `from package import *` the package.
            self._add(base if alias.name == "*" else f"{base}.{alias.name}", node)

    def visit_Call(self, node):
        called = ast.unparse(node.func).rpartition(".")[2]
        if called in ("import_module", "__import__"):
            first = node.args[0] if node.args else None
            literal = isinstance(first, ast.Constant) and isinstance(first.value, str)
            self._add(self._absolute(first.value) if literal else "?", node)
        self.generic_visit(node)

    def _absolute(self, name):
        bare = name.lstrip(".")
        if bare == name:
            return name
        parts = self._package.split(".")
        return ".".join(filter(None, [*parts[: len(parts) - (len(name) - len(bare)) + 1], bare]))

    def _add(self, name, node):
        self.found.append((name, self._late > 0, node.lineno))
