"""ProcessStatus."""

from __future__ import annotations

from enum import StrEnum


class ProcessStatus(StrEnum):
    """State of an analysis."""

    IN_PROGRESS = "InProgress"
    FINISHED = "Finished"
    FAILED = "Failed"
