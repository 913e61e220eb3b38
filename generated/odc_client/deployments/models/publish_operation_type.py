"""PublishOperationType."""

from __future__ import annotations

from enum import StrEnum


class PublishOperationType(StrEnum):
    """What a publish operation does."""

    PUBLISH = "Publish"
