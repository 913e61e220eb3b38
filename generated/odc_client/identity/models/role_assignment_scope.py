"""RoleAssignmentScope."""

from __future__ import annotations

from enum import StrEnum


class RoleAssignmentScope(StrEnum):
    """Whether a role is granted for the organization or for an asset."""

    ORGANIZATION = "Organization"
    ASSET = "Asset"
