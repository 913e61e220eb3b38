"""UserEmbed."""

from __future__ import annotations

from enum import StrEnum


class UserEmbed(StrEnum):
    """What can be included with a user."""

    APPLICATION_ROLES = "ApplicationRoles"
    USER_IDENTITY_PROVIDERS = "UserIdentityProviders"
