"""Genre."""

from __future__ import annotations

from enum import StrEnum


class Genre(StrEnum):
    """Known values; a newer one stays a plain string."""

    NOVEL = "Novel"
    POETRY = "Poetry"
    SCIENCE = "Science"
