"""What the work on one document may still cost; every stage spends of the same budget."""

from __future__ import annotations

import time

from odcgen.errors import DocumentError
from odcgen.kit.limits import NAMES, Limits

_MEANINGS = {
    "file_bytes": "more than {limit:,} bytes are to be read",
    "values": "more than {limit:,} values are to be kept, with what aliases, overlays and conversions add",
    "expansions": "more than {limit:,} schemas, parameters or parts of types are to be written out",
    "comparisons": "comparing takes more than {limit:,} looks at a schema, parameter or media type",
    "union_members": "one union has more than {limit:,} members",
    "characters": "pointers, names and repeated texts take more than {limit:,} characters",
    "output_bytes": "the generated files take more than {limit:,} bytes",
    "module_bytes": "one generated file takes more than {limit:,} bytes",
    "seconds": "the work takes more than {limit:,} seconds of the processor's time",
}
_CLOCK_EVERY = 256
"""How many times something is spent between two looks at the clock."""


class LimitError(DocumentError):
    """The work on a document takes more than one of its limits; `limit` is the name in odcgen.toml."""

    def __init__(self, limit: str, most: int, *, file: str | None, pointer: str | None) -> None:
        """Name the limit, what it counts, and the place where it was passed."""
        super().__init__(
            f"The document goes beyond the limit {limit!r}: {_MEANINGS[limit].format(limit=most)}",
            file=file,
            pointer=pointer,
            hint=f"If you trust the document, write a higher {limit} under [limits] in odcgen.toml.",
        )
        self.limit = limit


class Budget:
    """Counts down what is left of each limit of one document."""

    def __init__(self, limits: Limits | None = None, file: str | None = None) -> None:
        """Start with everything left, and the clock at zero."""
        self.limits = limits or Limits()
        self._file = file
        self._left: dict[str, int] = {name: getattr(self.limits, name) for name in NAMES}
        self._until_clock = _CLOCK_EVERY
        self._end = time.process_time() + self.limits.seconds

    def spend(self, limit: str, amount: int = 1, pointer: str | None = None) -> None:
        """Take an amount of a limit.

        Raises:
            LimitError: if there is less left; it names the limit, the file and the pointer.
        """
        self._left[limit] -= amount
        self._until_clock -= 1
        if self._left[limit] < 0:
            raise self.error(limit, pointer)
        if self._until_clock < 0:
            self.look_at_clock(pointer)

    def look_at_clock(self, pointer: str | None = None) -> None:
        """Refuse to go on when the time is over; for the end of a stage, and now and then on the way.

        Raises:
            LimitError: naming the file and the pointer.
        """
        self._until_clock = _CLOCK_EVERY
        if time.process_time() > self._end:
            raise self.error("seconds", pointer)

    def fits(self, limit: str, amount: int, pointer: str | None = None) -> None:
        """Refuse a single thing that is larger than a limit, of which nothing is taken.

        Raises:
            LimitError: naming the limit, the file and the pointer.
        """
        if amount > getattr(self.limits, limit):
            raise self.error(limit, pointer)

    def error(self, limit: str, pointer: str | None = None) -> LimitError:
        """Return the refusal of what goes beyond a limit."""
        return LimitError(limit, getattr(self.limits, limit), file=self._file, pointer=pointer)
