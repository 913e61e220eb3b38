"""The name that somebody meant who wrote another one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

_LIKENESS = 0.6


def nearest(name: str, known: Iterable[str], *, likeness: float = _LIKENESS) -> str | None:
    """Return the known name that is most like another, or None if none is like it.

    Args:
        name: what was written.
        known: what could have been.
        likeness: how much of the two must agree, from 0 (nothing) to 1 (all).
    """
    found = difflib.get_close_matches(name, sorted(known), 1, likeness)
    return found[0] if found else None


def meant(name: str, known: Iterable[str], otherwise: str = "") -> str:
    """Return the question whether the nearest known name was meant, or another hint if none is near."""
    near = nearest(name, known)
    return f"Did you mean {near}?" if near else otherwise
