"""FindingStatus."""

from __future__ import annotations

from enum import StrEnum


class FindingStatus(StrEnum):
    """State of a finding."""

    OPEN = "Open"
    RESOLVED = "Resolved"
    DISMISSED = "Dismissed"
    SNOOZED = "Snoozed"
    CLOSED = "Closed"
