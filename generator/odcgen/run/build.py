"""What a run makes, before anything is written."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen

from odcgen import ir

Progress = Callable[[str], object]
"""Is told the name of each part of a run as it ends."""


@frozen
class Build:
    """A generated package in memory."""

    package: ir.Package
    files: dict[str, str]
    once: frozenset[str]
    """The files that belong to the user after the first run."""
    parsed: tuple[str, ...]
    """The APIs whose documents were parsed; the others came from the cache."""
