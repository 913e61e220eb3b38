"""What a run makes, before anything is written."""

from __future__ import annotations

from attrs import frozen

from odcgen import ir


@frozen
class Build:
    """A generated package in memory."""

    package: ir.Package
    files: dict[str, str]
    parsed: tuple[str, ...]
    """The APIs whose documents were parsed; the others came from the cache."""
