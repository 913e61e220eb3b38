"""LibraryRevisionFilter."""

from __future__ import annotations

from enum import StrEnum


class LibraryRevisionFilter(StrEnum):
    """Which revisions of a library to return."""

    LATEST = "Latest"
    HIGHEST_TAG = "HighestTag"
    ALL = "All"
