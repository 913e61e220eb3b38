"""FindingCategory."""

from __future__ import annotations

from enum import StrEnum


class FindingCategory(StrEnum):
    """What a finding is about."""

    PERFORMANCE = "performance"
    SECURITY = "security"
    ARCHITECTURE = "architecture"
    MAINTAINABILITY = "maintainability"
