"""NativeBuildStatus."""

from __future__ import annotations

from enum import StrEnum


class NativeBuildStatus(StrEnum):
    """State of a native build."""

    WAITING = "Waiting"
    VALIDATING = "Validating"
    BUILDING = "Building"
    SHIELDING = "Shielding"
    FINISHED = "Finished"
    ERROR = "Error"
