"""Where the values of a text stand, as many as are worth their memory."""

from __future__ import annotations

_MOST = 100_000_000


class Places:
    """The 1-based line and column of values by their pointers; of very many, the last are left out."""

    def __init__(self) -> None:
        """Start with nothing noted."""
        self.found: dict[str, tuple[int, int]] = {}
        self._left = _MOST

    @property
    def full(self) -> bool:
        """Whether nothing more is kept."""
        return self._left <= 0

    def note(self, pointer: str, line: int, column: int) -> None:
        """Keep the place of a value."""
        self.found[pointer] = line, column
        self._left -= len(pointer)
