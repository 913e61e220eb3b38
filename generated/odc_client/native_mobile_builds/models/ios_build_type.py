"""IosBuildType."""

from __future__ import annotations

from enum import StrEnum


class IosBuildType(StrEnum):
    """What an iOS build makes."""

    DEVELOPMENT = "Development"
    APP_STORE = "AppStore"
    ADHOC = "Adhoc"
    IN_HOUSE = "InHouse"
    SIMULATOR = "Simulator"
