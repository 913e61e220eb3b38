"""The import block of one generated module: what its code uses, and nothing else."""

from __future__ import annotations

from attrs import define, field

_STANDARD = ("builtins", "collections.abc", "datetime", "enum", "functools", "pathlib", "typing", "uuid")


@define
class Imports:
    """Collects imports while a module's body is rendered and prints them sorted as ruff sorts them."""

    modules: set[str] = field(factory=set[str])
    names: dict[str, set[str]] = field(factory=dict[str, set[str]])
    typing: dict[str, set[str]] = field(factory=dict[str, set[str]])

    def module(self, statement: str) -> None:
        """Import a module by a whole statement, such as `import datetime as dt`."""
        self.modules.add(statement)

    def name(self, module: str, *names: str) -> None:
        """Import names from a module when the generated module is loaded."""
        self.names.setdefault(module, set()).update(names)

    def type(self, module: str, *names: str) -> None:
        """Import names that only annotations use, under `TYPE_CHECKING`."""
        self.typing.setdefault(module, set()).update(names)

    def render(self) -> str:
        """Return the import statements, `from __future__` first."""
        typing = {module: names - self.names.get(module, set()) for module, names in self.typing.items()}
        typing = {module: names for module, names in typing.items() if names}
        if typing:
            self.name("typing", "TYPE_CHECKING")
        blocks = ["from __future__ import annotations", *self._blocks(sorted(self.modules), self.names)]
        text = "\n\n".join(blocks)
        if typing:
            inner = "\n\n".join(self._blocks([], typing))
            text += "\n\nif TYPE_CHECKING:\n" + "\n".join(
                f"    {line}" if line else "" for line in inner.split("\n")
            )
        return text

    @staticmethod
    def _blocks(statements: list[str], names: dict[str, set[str]]) -> list[str]:
        groups: dict[int, list[str]] = {0: list(statements), 1: [], 2: []}
        for module in sorted(names, key=_module_order):
            line = f"from {module} import {', '.join(sorted(names[module], key=name_order))}"
            groups[_section(module)].append(line)
        return ["\n".join(lines) for _, lines in sorted(groups.items()) if lines]


def _section(module: str) -> int:
    if module.startswith("."):
        return 2
    return 0 if module in _STANDARD else 1


def _module_order(module: str) -> tuple[int, str]:
    """Relative imports from farther away come first."""
    dots = len(module) - len(module.lstrip("."))
    return -dots, module.lstrip(".")


def name_order(name: str) -> tuple[int, str, str]:
    """Constants, then classes, then functions, as ruff's isort orders them."""
    bare = name.split(" as ")[0]
    kind = 0 if bare.isupper() and len(bare) > 1 else 1 if bare[:1].isupper() else 2
    return kind, bare.lower(), bare


def export_order(name: str) -> tuple[int, str]:
    """Return the sort key of a name in `__all__`: as for imports, but with regard to case."""
    return name_order(name)[0], name
