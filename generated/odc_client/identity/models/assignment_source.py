"""AssignmentSource."""

from __future__ import annotations

from enum import StrEnum


class AssignmentSource(StrEnum):
    """How a user came by a role."""

    DIRECT = "Direct"
    GROUP_ASSIGNED = "GroupAssigned"
    GROUP_MAPPED = "GroupMapped"
