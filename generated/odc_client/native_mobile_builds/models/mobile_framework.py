"""MobileFramework."""

from __future__ import annotations

from enum import StrEnum


class MobileFramework(StrEnum):
    """Framework that wraps the app."""

    CAPACITOR = "Capacitor"
    CORDOVA = "Cordova"
