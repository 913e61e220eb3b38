"""Models and enums of this API; the file of each is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .application_role import ApplicationRole
    from .assignment_source import AssignmentSource
    from .bulk_user_create import BulkUserCreate
    from .bulk_user_operation import (
        BulkOperationStatus,
        BulkUserOperation,
        BulkUserRecord,
        BulkUserResult,
        BulkUserStatus,
    )
    from .created_group import CreatedGroup
    from .created_organization_role import CreatedOrganizationRole
    from .created_user import CreatedUser
    from .grant_period import GrantPeriod
    from .group import ClaimMapping, ForeignClaim, Group
    from .group_application_roles_patch import GroupApplicationRolesPatch
    from .group_create import GroupCreate
    from .group_member import GroupMember, GroupUser
    from .group_membership import GroupMembership
    from .group_patch import GroupPatch
    from .group_users_patch import GroupUsersPatch
    from .identity_provider import (
        ClientAssertionSigningAlgorithm,
        ClientAuthenticationMethod,
        EmailTrustType,
        Hosting,
        IdentityProvider,
        IdentityProviderSubtype,
        IdentityProviderType,
        OidcConfiguration,
        PkceMethod,
        ProfileLinkingField,
        ProviderCustomConfiguration,
        SamlSetting,
        TokenNormalization,
    )
    from .membership_type import MembershipType
    from .organization_role import OrganizationRole, OrganizationRolePermission
    from .organization_role_create import OrganizationRoleCreate
    from .organization_role_grant import OrganizationRoleGrant
    from .organization_role_patch import OrganizationRolePatch
    from .organization_role_revocation import OrganizationRoleRevocation
    from .permission import (
        InheritedStage,
        Permission,
        PermissionInheritance,
        PermissionScope,
        PermissionVisibility,
        PortfolioInheritance,
    )
    from .permission_assignment import PermissionAssignment
    from .role_assignment_scope import RoleAssignmentScope
    from .role_user import RoleUser
    from .role_user_embedded import RoleUserEmbedded
    from .user import User, UserAccess, UserEmbedded
    from .user_application_role import AssignedGroup, UserApplicationRole
    from .user_count import UserCount
    from .user_embed import UserEmbed
    from .user_identity import UserIdentity
    from .user_organization_role import UserOrganizationRole
    from .user_profile_create import UserProfileCreate
    from .user_profile_patch import UserProfilePatch
    from .user_status import UserStatus

_HOMES = {
    "ApplicationRole": ".application_role",
    "AssignedGroup": ".user_application_role",
    "AssignmentSource": ".assignment_source",
    "BulkOperationStatus": ".bulk_user_operation",
    "BulkUserCreate": ".bulk_user_create",
    "BulkUserOperation": ".bulk_user_operation",
    "BulkUserRecord": ".bulk_user_operation",
    "BulkUserResult": ".bulk_user_operation",
    "BulkUserStatus": ".bulk_user_operation",
    "ClaimMapping": ".group",
    "ClientAssertionSigningAlgorithm": ".identity_provider",
    "ClientAuthenticationMethod": ".identity_provider",
    "CreatedGroup": ".created_group",
    "CreatedOrganizationRole": ".created_organization_role",
    "CreatedUser": ".created_user",
    "EmailTrustType": ".identity_provider",
    "ForeignClaim": ".group",
    "GrantPeriod": ".grant_period",
    "Group": ".group",
    "GroupApplicationRolesPatch": ".group_application_roles_patch",
    "GroupCreate": ".group_create",
    "GroupMember": ".group_member",
    "GroupMembership": ".group_membership",
    "GroupPatch": ".group_patch",
    "GroupUser": ".group_member",
    "GroupUsersPatch": ".group_users_patch",
    "Hosting": ".identity_provider",
    "IdentityProvider": ".identity_provider",
    "IdentityProviderSubtype": ".identity_provider",
    "IdentityProviderType": ".identity_provider",
    "InheritedStage": ".permission",
    "MembershipType": ".membership_type",
    "OidcConfiguration": ".identity_provider",
    "OrganizationRole": ".organization_role",
    "OrganizationRoleCreate": ".organization_role_create",
    "OrganizationRoleGrant": ".organization_role_grant",
    "OrganizationRolePatch": ".organization_role_patch",
    "OrganizationRolePermission": ".organization_role",
    "OrganizationRoleRevocation": ".organization_role_revocation",
    "Permission": ".permission",
    "PermissionAssignment": ".permission_assignment",
    "PermissionInheritance": ".permission",
    "PermissionScope": ".permission",
    "PermissionVisibility": ".permission",
    "PkceMethod": ".identity_provider",
    "PortfolioInheritance": ".permission",
    "ProfileLinkingField": ".identity_provider",
    "ProviderCustomConfiguration": ".identity_provider",
    "RoleAssignmentScope": ".role_assignment_scope",
    "RoleUser": ".role_user",
    "RoleUserEmbedded": ".role_user_embedded",
    "SamlSetting": ".identity_provider",
    "TokenNormalization": ".identity_provider",
    "User": ".user",
    "UserAccess": ".user",
    "UserApplicationRole": ".user_application_role",
    "UserCount": ".user_count",
    "UserEmbed": ".user_embed",
    "UserEmbedded": ".user",
    "UserIdentity": ".user_identity",
    "UserOrganizationRole": ".user_organization_role",
    "UserProfileCreate": ".user_profile_create",
    "UserProfilePatch": ".user_profile_patch",
    "UserStatus": ".user_status",
}

__all__ = [
    "ApplicationRole",
    "AssignedGroup",
    "AssignmentSource",
    "BulkOperationStatus",
    "BulkUserCreate",
    "BulkUserOperation",
    "BulkUserRecord",
    "BulkUserResult",
    "BulkUserStatus",
    "ClaimMapping",
    "ClientAssertionSigningAlgorithm",
    "ClientAuthenticationMethod",
    "CreatedGroup",
    "CreatedOrganizationRole",
    "CreatedUser",
    "EmailTrustType",
    "ForeignClaim",
    "GrantPeriod",
    "Group",
    "GroupApplicationRolesPatch",
    "GroupCreate",
    "GroupMember",
    "GroupMembership",
    "GroupPatch",
    "GroupUser",
    "GroupUsersPatch",
    "Hosting",
    "IdentityProvider",
    "IdentityProviderSubtype",
    "IdentityProviderType",
    "InheritedStage",
    "MembershipType",
    "OidcConfiguration",
    "OrganizationRole",
    "OrganizationRoleCreate",
    "OrganizationRoleGrant",
    "OrganizationRolePatch",
    "OrganizationRolePermission",
    "OrganizationRoleRevocation",
    "Permission",
    "PermissionAssignment",
    "PermissionInheritance",
    "PermissionScope",
    "PermissionVisibility",
    "PkceMethod",
    "PortfolioInheritance",
    "ProfileLinkingField",
    "ProviderCustomConfiguration",
    "RoleAssignmentScope",
    "RoleUser",
    "RoleUserEmbedded",
    "SamlSetting",
    "TokenNormalization",
    "User",
    "UserAccess",
    "UserApplicationRole",
    "UserCount",
    "UserEmbed",
    "UserEmbedded",
    "UserIdentity",
    "UserOrganizationRole",
    "UserProfileCreate",
    "UserProfilePatch",
    "UserStatus",
]


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the names, loaded or not."""
    return sorted(__all__)
