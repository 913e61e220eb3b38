"""ConflictSeverity."""

from __future__ import annotations

from enum import StrEnum


class ConflictSeverity(StrEnum):
    """How grave a conflict is."""

    WARNING = "Warning"
    ERROR = "Error"
