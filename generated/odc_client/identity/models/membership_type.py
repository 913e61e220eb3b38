"""MembershipType."""

from __future__ import annotations

from enum import StrEnum


class MembershipType(StrEnum):
    """How a user became a member of a group."""

    ASSIGNED = "Assigned"
    MAPPED = "Mapped"
