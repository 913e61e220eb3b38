"""AndroidBuildType."""

from __future__ import annotations

from enum import StrEnum


class AndroidBuildType(StrEnum):
    """What an Android build makes."""

    BUNDLE = "Bundle"
    DEBUG = "Debug"
    RELEASE = "Release"
