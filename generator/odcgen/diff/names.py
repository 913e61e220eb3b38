"""Compares the names of things on two sides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Names(NamedTuple):
    """Which names are on one side only and which on both, each list sorted."""

    removed: list[str]
    added: list[str]
    kept: list[str]


def compare_names(before: Iterable[str], after: Iterable[str]) -> Names:
    """Sort the names of two sides into what went, what came and what stayed."""
    old, new = set(before), set(after)
    return Names(sorted(old - new), sorted(new - old), sorted(old & new))


def recasings(names: Names) -> tuple[Names, dict[str, str]]:
    """Take apart the names that only changed their case, as old -> new, and the rest."""
    lost = {name.casefold(): name for name in names.removed}
    come = {name.casefold(): name for name in names.added}
    pairs = {lost[folded]: come[folded] for folded in sorted(lost.keys() & come.keys())}
    recased = set(pairs.values())
    return (
        Names(
            [name for name in names.removed if name not in pairs],
            [name for name in names.added if name not in recased],
            names.kept,
        ),
        pairs,
    )
