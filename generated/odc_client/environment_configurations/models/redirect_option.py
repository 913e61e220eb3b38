"""RedirectOption."""

from __future__ import annotations

from enum import StrEnum


class RedirectOption(StrEnum):
    """How a domain redirects."""

    PERMANENT = "Permanent"
    TEMPORARY = "Temporary"
    NONE = "None"
