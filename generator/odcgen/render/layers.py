"""The folders of templates as a stack: a name is looked for from the top, `odcgen/name` further down."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from jinja2 import BaseLoader, Environment, TemplateNotFound

from odcgen.kit.suggest import nearest

BELOW = "odcgen/"
"""`odcgen/NAME` is NAME as it is without the folder that asks: mostly the built-in one."""


class Layers(BaseLoader):
    """Loads templates from a stack of folders, the last of which is odcgen's own.

    A template is known to Jinja by the number of its folder and its name, `2:package/auth.py.jinja`, so that
    each can tell what lies below it.
    """

    def __init__(self, folders: tuple[Path, ...]) -> None:
        """Take the folders, the first of which wins."""
        self.folders = folders
        self._found: dict[tuple[str, str | None], str] = {}

    def forget(self) -> None:
        """Look for templates anew: some may have come or gone."""
        self._found.clear()

    def find(self, name: str, asking: str | None = None) -> str:
        """Return the full name of a template for a name that another template, or nobody, asks for.

        Raises:
            TemplateNotFound: if no folder has it.
        """
        known = self._found.get((name, asking))
        if known is None:
            known = self._found[name, asking] = self._look(name, asking)
        return known

    def _look(self, name: str, asking: str | None) -> str:
        first, wanted = 0, name
        if name.startswith(BELOW):
            wanted = name.removeprefix(BELOW)
            first = int(asking.partition(":")[0]) + 1 if asking else len(self.folders) - 1
        elif name.partition(":")[0].isdecimal():
            return name
        for number in range(first, len(self.folders)):
            if _inside(wanted) and self.folders[number].joinpath(wanted).is_file():
                return f"{number}:{wanted}"
        near = nearest(wanted, self.list_templates(), likeness=0.5)
        raise TemplateNotFound(
            name, f"there is no template {name!r}" + (f"; did you mean {near!r}?" if near else "")
        )

    def path(self, full: str) -> Path:
        """Return the file of a template by its full name."""
        number, _, name = full.partition(":")
        return self.folders[int(number)] / name

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Read a template for Jinja."""
        path = self.path(self.find(template))
        stamp = path.stat().st_mtime_ns
        return path.read_text("utf-8"), str(path), lambda: path.stat().st_mtime_ns == stamp

    def list_templates(self) -> list[str]:
        """Return the names of all templates."""
        return sorted(
            {
                path.relative_to(folder).as_posix()
                for folder in self.folders
                for path in folder.rglob("*.jinja")
                if not _hidden(path.relative_to(folder).parts)
            }
        )


def _hidden(parts: tuple[str, ...]) -> bool:
    """Packs are folders of their own, and what begins with a dot is no template."""
    return parts[0] == "packs" or any(part.startswith(".") for part in parts)


def _inside(name: str) -> bool:
    return bool(name) and not name.startswith("/") and ".." not in name.split("/") and "\\" not in name
