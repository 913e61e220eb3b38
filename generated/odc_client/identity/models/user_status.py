"""UserStatus."""

from __future__ import annotations

from enum import StrEnum


class UserStatus(StrEnum):
    """State of a user."""

    ACTIVE = "Active"
    INVITED = "Invited"
    INACTIVE = "Inactive"
    PENDING_REGISTRATION = "PendingRegistration"
