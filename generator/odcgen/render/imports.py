"""The import block of one generated module: what its code uses, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import define, field

from odcgen.errors import RenderError

_STANDARD = ("builtins", "collections.abc", "datetime", "enum", "functools", "pathlib", "typing", "uuid")
PACKAGE = "~"
"""What a template writes for the generated package itself: `~.hooks`, `~._runtime.kernel.unset`."""


@define
class Imports:
    """Collects imports while a file is rendered, and prints those that its code uses as ruff sorts them."""

    path: str = ""
    """The file below the package; modules of the package are imported relative to it."""
    named: Mapping[str, str] = field(factory=dict[str, str])
    """The names that the document gives in the file, and the module that each is imported from, if any."""
    names: dict[tuple[str, str], str] = field(factory=dict[tuple[str, str], str])
    """What is imported when the module is loaded: local names by module and name; a module has no name."""
    typing: dict[tuple[str, str], str] = field(factory=dict[tuple[str, str], str])
    """What only annotations use, imported under `TYPE_CHECKING`."""

    def use(self, module: str, name: str = "", *, local: str = "", typing: bool = False) -> str:
        """Record an import and return the name by which the code uses it.

        That has an underscore before it where the document has given the name to something else in the file;
        only then is a builtin imported.
        """
        module = self.relative(module)
        used = self._free(local or name or module.partition(".")[0], module)
        if module == "builtins" and used == name:
            return used
        (self.typing if typing else self.names)[module, name] = used
        return used

    def runtime(self, module: str, *names: str, typing: bool = False) -> str:
        """Record names of a module of the runtime, and return the first."""
        first, *_ = [self.use(f"{PACKAGE}._runtime.{module}", name, typing=typing) for name in names]
        return first

    def _free(self, wanted: str, module: str) -> str:
        if wanted not in self.named or self.relative(self.named[wanted]) == module:
            return wanted
        used = f"_{wanted.lstrip('_')}"  # two before it would be mangled in a class
        while used in self.named:  # the constant of an operation
            used += "_"
        return used

    def relative(self, module: str) -> str:
        """Return a module as this file names it: `~.a.b` is one of the package."""
        if not module.startswith(PACKAGE):
            return module
        here = self.path.split("/")[:-1]
        there = [part for part in module.removeprefix(PACKAGE).split(".") if part]
        while here and there and here[0] == there[0]:
            here, there = here[1:], there[1:]
        return "." * (len(here) + 1) + ".".join(there)

    @property
    def locals(self) -> set[str]:
        """The names that the imports define."""
        return {*self.names.values(), *self.typing.values()}

    def render(self, used: set[str]) -> str:
        """Return the import statements for the names that the code uses, `from __future__` first.

        Raises:
            RenderError: if two imports would have one name.
        """
        names = {key: local for key, local in self.names.items() if local in used or local == "*"}
        typing = {
            key: local
            for key, local in self.typing.items()
            if key not in names and (local in used or local == "*")
        }
        _distinct({**names, **typing})
        if typing:
            names["typing", "TYPE_CHECKING"] = "TYPE_CHECKING"
        text = "\n\n".join(["from __future__ import annotations", *_blocks(names)])
        if typing:
            inner = "\n\n".join(_blocks(typing))
            text += "\n\nif TYPE_CHECKING:\n" + "\n".join(
                f"    {line}" if line else "" for line in inner.split("\n")
            )
        return text


def _distinct(imported: dict[tuple[str, str], str]) -> None:
    homes: dict[str, str] = {}
    for (module, _), local in imported.items():
        if local != "*" and homes.setdefault(local, module) != module:
            raise RenderError(
                f"two imports give the name {local!r}: from {homes[local]} and from {module}",
                hint="Give one of them another name: use(module, name, local=…).",
            )


def _blocks(imported: dict[tuple[str, str], str]) -> Iterator[str]:
    whole: dict[int, list[str]] = {0: [], 1: [], 2: []}
    parts: dict[str, list[str]] = {}
    for (module, name), local in sorted(imported.items()):
        if name:
            parts.setdefault(module, []).append(name if name in (local, "*") else f"{name} as {local}")
        else:
            whole[_section(module)].append(
                f"import {module}" + ("" if local == module.partition(".")[0] else f" as {local}")
            )
    for module in sorted(parts, key=_module_order):
        plain = sorted((name for name in parts[module] if " as " not in name), key=name_order)
        renamed = [name for name in parts[module] if " as " in name]
        together = [", ".join(plain)] if plain else []
        for names in sorted([*together, *renamed], key=lambda names: name_order(names.split(",")[0])):
            whole[_section(module)].append(f"from {module} import {names}")
    return ("\n".join(lines) for _, lines in sorted(whole.items()) if lines)


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
