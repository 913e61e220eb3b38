"""AssetType."""

from __future__ import annotations

from enum import StrEnum


class AssetType(StrEnum):
    """Kind of an asset."""

    WEB_APPLICATION = "WebApplication"
    MOBILE_APPLICATION = "MobileApplication"
    LOW_CODE_LIBRARY = "LowCodeLibrary"
    MOBILE_LIBRARY = "MobileLibrary"
