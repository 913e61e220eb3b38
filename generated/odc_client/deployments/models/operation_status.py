"""OperationStatus."""

from __future__ import annotations

from enum import StrEnum


class OperationStatus(StrEnum):
    """State of an operation."""

    RUNNING = "Running"
    FINISHED_WITH_ERROR = "FinishedWithError"
    FINISHED = "Finished"
