"""FindingSeverity."""

from __future__ import annotations

from enum import StrEnum


class FindingSeverity(StrEnum):
    """How grave a finding is."""

    LOW = "Low"
    MEDIUM = "Medium"
    HIGH = "High"
    CRITICAL = "Critical"
