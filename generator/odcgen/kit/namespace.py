"""Names of one scope, no two of which are alike to Python, to a file system or to a reader."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

DEVICES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{kind}{number}" for kind in ("com", "lpt") for number in range(10))]
)
"""What is no name of a file on Windows, whatever its extension."""


def fold(name: str) -> str:
    """Return a form that names share if they differ in nothing but case, width or the like.

    Constants are upper case and some file systems know no case, so what is equal in any case is equal here.
    """
    if name.isascii():
        return name.lower()
    upper = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).upper())
    return unicodedata.normalize("NFKC", upper.casefold())


class Namespace:
    """Names that are taken, compared by `fold`."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        """Take the names that are taken from the start."""
        self._folded = {fold(name) for name in taken}
        self._numbers: dict[str, int] = {}

    def __contains__(self, name: str) -> bool:
        """Tell whether a name like this one is taken."""
        return fold(name) in self._folded

    def add(self, *names: str) -> None:
        """Take names."""
        self._folded.update(map(fold, names))

    def claim(self, wanted: str) -> str:
        """Take the name, or the name with the first number that is free, and return it."""
        if wanted not in self:
            self.add(wanted)
            return wanted
        stem = wanted.rstrip("_")
        number = self._numbers.get(fold(stem), 1) + 1
        while f"{stem}_{number}" in self:
            number += 1
        self._numbers[fold(stem)] = number  # a name is never given back: the next search begins here
        self.add(f"{stem}_{number}")
        return f"{stem}_{number}"
