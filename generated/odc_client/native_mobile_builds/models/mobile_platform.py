"""MobilePlatform."""

from __future__ import annotations

from enum import StrEnum


class MobilePlatform(StrEnum):
    """Platform of a native build."""

    ANDROID = "Android"
    IOS = "iOS"
