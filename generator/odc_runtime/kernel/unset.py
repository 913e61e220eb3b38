"""`UNSET`, the mark of a field that is not given: it is not sent, whereas None sends null."""

from __future__ import annotations

import enum
from typing import Final, Literal

__all__ = ["UNSET", "Unset"]


class Unset(enum.Enum):
    """The type of `UNSET`; a singleton that pickles, copies and compares as itself."""

    UNSET = "UNSET"

    def __bool__(self) -> Literal[False]:
        """Be false, so that `field or default` reads naturally."""
        return False

    def __repr__(self) -> str:
        """Print as the name under which it is imported."""
        return "UNSET"


UNSET: Final = Unset.UNSET
