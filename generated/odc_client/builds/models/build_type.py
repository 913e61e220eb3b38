"""BuildType."""

from __future__ import annotations

from enum import StrEnum


class BuildType(StrEnum):
    """What a build is for."""

    DEBUG = "Debug"
    RELEASE = "Release"
