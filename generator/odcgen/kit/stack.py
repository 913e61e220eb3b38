"""The templates of a run, as data: where they lie, and what they are given besides the documents."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen


@frozen
class Stack:
    """Folders of templates, the first of which wins, and what odcgen.toml gives all of them.

    Attributes:
        folders: The folders.
        variables: What templates know as `vars`.
        module: The user's Python file with filters and globals, if there is one.
    """

    folders: tuple[Path, ...] = ()
    variables: Mapping[str, Any] = field(factory=dict[str, Any], hash=False)
    module: Path | None = None

    def over(self, *folders: Path) -> Stack:
        """Return the stack with more folders below its own."""
        return evolve(self, folders=(*self.folders, *folders))

    def under(self, *folders: Path) -> Stack:
        """Return the stack with more folders above its own."""
        return evolve(self, folders=(*folders, *self.folders))
