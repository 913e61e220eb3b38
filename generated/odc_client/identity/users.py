"""Users: `odc.identity.users`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging
from .._runtime.kernel.parameter import Media, Param
from .._runtime.kernel.unset import UNSET
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.kernel.unset import Unset
    from .._runtime.policy.options import CallOptions
    from .models import (
        AssignmentSource,
        CreatedUser,
        GrantPeriod,
        GroupMembership,
        MembershipType,
        OrganizationRoleRevocation,
        RoleAssignmentScope,
        User,
        UserApplicationRole,
        UserCount,
        UserEmbed,
        UserOrganizationRole,
        UserProfilePatch,
        UserStatus,
    )

_LIST = Operation(
    "identity.users.list",
    "GET",
    "/users",
    lambda data: decode_list(data, models.User.decode),
    params=(
        Param("userKeys", kind="text[]", explode=False),
        Param("lastLoginAtSince", kind="datetime"),
        Param("lastLoginAtTo", kind="datetime"),
        Param("hasOrganizationRoles", kind="bool"),
        Param("hasApplicationRoles", kind="bool"),
        Param("environmentKeys", kind="text[]"),
        Param("portfolioKeys", kind="text[]"),
        Param("domains", kind="text[]"),
        Param("loggedInEnvironmentKeys", kind="text[]"),
        Param("loggedInPortfolioKeys", kind="text[]"),
        Param("embed", kind="text[]"),
        Param("limit", kind="int"),
        Param("offset", kind="int"),
    ),
    paging=Paging(),
    permissions=(
        "User management > Manage users",
        "User management > View end users",
        "User management > View members",
    ),
)

_CREATE = Operation(
    "identity.users.create",
    "POST",
    "/users",
    lambda data: models.CreatedUser.decode(data),
    permissions=("User management > Manage users",),
)

_COUNT = Operation(
    "identity.users.count",
    "GET",
    "/users/count",
    lambda data: models.UserCount.decode(data),
    params=(
        Param("domains", kind="text[]"),
        Param("hasOrganizationRoles", kind="bool"),
        Param("hasApplicationRoles", kind="bool"),
        Param("environmentKeys", kind="text[]"),
        Param("portfolioKeys", kind="text[]"),
        Param("loggedInEnvironmentKeys", kind="text[]"),
        Param("loggedInPortfolioKeys", kind="text[]"),
        Param("lastLoginAtSince", kind="datetime"),
        Param("lastLoginAtTo", kind="datetime"),
    ),
    permissions=(
        "User management > Manage users",
        "User management > View end users",
        "User management > View members",
    ),
)

_GET = Operation(
    "identity.users.get",
    "GET",
    "/users/{key}",
    lambda data: models.User.decode(data),
    params=(Param("embed", kind="text[]"),),
    permissions=(
        "User management > Manage users",
        "User management > View end users",
        "User management > View members",
    ),
)

_DELETE = Operation(
    "identity.users.delete", "DELETE", "/users/{key}", permissions=("User management > Manage users",)
)

_UPDATE = Operation(
    "identity.users.update",
    "PATCH",
    "/users/{key}",
    body=(Media("application/json", "UserProfilePatch"),),
    needs_body=True,
    permissions=("User management > Manage users",),
)

_LIST_APPLICATION_ROLES = Operation(
    "identity.users.list_application_roles",
    "GET",
    "/users/{key}/application-roles",
    lambda data: decode_list(data, models.UserApplicationRole.decode),
    params=(
        Param("assetKeys", kind="text[]"),
        Param("environmentKeys", kind="text[]"),
        Param("portfolioKeys", kind="text[]"),
        Param("groupKeys", kind="text[]"),
        Param("applicationRoleKeys", kind="text[]"),
        Param("limit", kind="int"),
        Param("offset", kind="int"),
        Param("assignmentSources", kind="text[]"),
    ),
    paging=Paging(),
    permissions=("User management > View end users",),
)

_GRANT_APPLICATION_ROLE = Operation(
    "identity.users.grant_application_role",
    "POST",
    "/users/{key}/application-roles/{roleKey}",
    permissions=("User management > Manage end-user access",),
)

_REVOKE_APPLICATION_ROLE = Operation(
    "identity.users.revoke_application_role",
    "DELETE",
    "/users/{key}/application-roles/{roleKey}",
    permissions=("User management > Manage end-user access",),
)

_LIST_GROUPS = Operation(
    "identity.users.list_groups",
    "GET",
    "/users/{key}/groups",
    lambda data: decode_list(data, models.GroupMembership.decode),
    params=(
        Param("environmentKeys", kind="text[]"),
        Param("portfolioKeys", kind="text[]"),
        Param("limit", kind="int"),
        Param("offset", kind="int"),
    ),
    paging=Paging(),
    permissions=("User management > Manage end-user groups",),
)

_LIST_ORGANIZATION_ROLES = Operation(
    "identity.users.list_organization_roles",
    "GET",
    "/users/{key}/organization-roles",
    lambda data: decode_list(data, models.UserOrganizationRole.decode),
    params=(
        Param("scopes", kind="text[]"),
        Param("assetKeys", kind="text[]"),
        Param("limit", kind="int"),
        Param("offset", kind="int"),
    ),
    paging=Paging(),
    permissions=("User management > Manage users", "User management > View members"),
)

_GRANT_ORGANIZATION_ROLE = Operation(
    "identity.users.grant_organization_role",
    "POST",
    "/users/{key}/organization-roles/{roleKey}",
    permissions=("User management > Manage member access",),
)

_REVOKE_ORGANIZATION_ROLE = Operation(
    "identity.users.revoke_organization_role",
    "DELETE",
    "/users/{key}/organization-roles/{roleKey}",
    body=(Media("application/json", "OrganizationRoleRevocation"),),
    permissions=("User management > Manage member access",),
)


class Users(Resource):
    """Users; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        name_or_email_contains: str | None = None,
        name_or_email_or_username_contains: str | None = None,
        user_keys: Sequence[UUID | str] | None = None,
        asset_key: UUID | str | None = None,
        status: UserStatus | str | None = None,
        last_login_at_since: dt.datetime | None = None,
        last_login_at_to: dt.datetime | None = None,
        has_organization_roles: bool | None = None,
        has_application_roles: bool | None = None,
        sort: str | None = None,
        environment_key: UUID | str | None = None,
        environment_keys: Sequence[UUID | str] | None = None,
        portfolio_keys: Sequence[UUID | str] | None = None,
        domains: Sequence[str] | None = None,
        logged_in_environment_keys: Sequence[UUID | str] | None = None,
        logged_in_portfolio_keys: Sequence[UUID | str] | None = None,
        embed: Sequence[UserEmbed | str] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[User]:
        """List users.

        Needs one of the permissions User management > Manage users, View end users, View members. Raises
        BadRequest.

        Args:
            name_or_email_contains: Part of the name or the e-mail address to look for.
            name_or_email_or_username_contains: Part of the name, the e-mail address or the username to look
                for.
            user_keys: Only the users with these keys, 20 at most.
            asset_key: Only users with a role in this asset.
            status: Only users in this state.
            last_login_at_since: Only users who last logged in at this time or later.
            last_login_at_to: Only users who last logged in at this time or earlier.
            has_organization_roles: True for only users with at least one organization role.
            has_application_roles: True for only users with at least one application role.
            sort: Field to sort by: name (as if not given), key, email, status or lastLoginAt; `-` in front
                sorts downwards.
            environment_key: Only users with a role in this environment (stage); excludes `environment_keys`.
            environment_keys: Only users with a role in one of these environments (stages); excludes
                `environment_key`.
            portfolio_keys: Only users with a role in one of these portfolios.
            domains: Only users whose e-mail address is in one of these domains.
            logged_in_environment_keys: Only users who have logged in to one of these environments; login
                dates then refer to those logins.
            logged_in_portfolio_keys: Only users who have logged in to an environment of these portfolios;
                login dates then refer to those logins.
            embed: Related objects to include with each user.
            limit: Items per page: 1 to 100, 100 if not given.
            offset: Index of the first item to return; 0 if not given.
        """
        return self._pages(
            _LIST,
            (),
            {
                "nameOrEmailContains": name_or_email_contains,
                "nameOrEmailOrUsernameContains": name_or_email_or_username_contains,
                "userKeys": user_keys,
                "assetKey": asset_key,
                "status": status,
                "lastLoginAtSince": last_login_at_since,
                "lastLoginAtTo": last_login_at_to,
                "hasOrganizationRoles": has_organization_roles,
                "hasApplicationRoles": has_application_roles,
                "sort": sort,
                "environmentKey": environment_key,
                "environmentKeys": environment_keys,
                "portfolioKeys": portfolio_keys,
                "domains": domains,
                "loggedInEnvironmentKeys": logged_in_environment_keys,
                "loggedInPortfolioKeys": logged_in_portfolio_keys,
                "embed": embed,
                "limit": limit,
                "offset": offset,
            },
            None,
            options,
        )

    def create(
        self,
        *,
        name: str | Unset | None = UNSET,
        add_to_built_in_identity_provider: bool | Unset = UNSET,
        email: str | Unset | None = UNSET,
        identity_provider_key: UUID | str | Unset | None = UNSET,
        is_active: bool | Unset = UNSET,
        photo_url: str | Unset | None = UNSET,
        subject: str | Unset | None = UNSET,
        username: str | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> CreatedUser:
        """Create a user.

        Needs the permission User management > Manage users. Raises BadRequest.

        Args:
            name: Name.
            add_to_built_in_identity_provider: Whether the built-in identity provider gets a profile, too.
            email: Email.
            identity_provider_key: Identity provider at which to create or link a profile.
            is_active: Whether the user can log in, as if not given.
            photo_url: Photo url.
            subject: Value of the `sub` claim at that provider.
            username: Username at that provider.
        """
        body = models.UserProfileCreate(
            name=name,
            add_to_built_in_identity_provider=add_to_built_in_identity_provider,
            email=email,
            identity_provider_key=identity_provider_key,
            is_active=is_active,
            photo_url=photo_url,
            subject=subject,
            username=username,
        )
        return self._call(_CREATE, (), {}, body, options)

    def count(
        self,
        *,
        domains: Sequence[str] | None = None,
        status: UserStatus | str | None = None,
        has_organization_roles: bool | None = None,
        has_application_roles: bool | None = None,
        environment_keys: Sequence[UUID | str] | None = None,
        portfolio_keys: Sequence[UUID | str] | None = None,
        logged_in_environment_keys: Sequence[UUID | str] | None = None,
        logged_in_portfolio_keys: Sequence[UUID | str] | None = None,
        last_login_at_since: dt.datetime | None = None,
        last_login_at_to: dt.datetime | None = None,
        **options: Unpack[CallOptions],
    ) -> UserCount:
        """Count users.

        Needs one of the permissions User management > Manage users, View end users, View members. Raises
        BadRequest.

        Args:
            domains: Only users whose e-mail address is in one of these domains.
            status: Only users in this state.
            has_organization_roles: True for only users with at least one organization role.
            has_application_roles: True for only users with at least one application role.
            environment_keys: Only users with a role in one of these environments (stages).
            portfolio_keys: Only users with a role in one of these portfolios.
            logged_in_environment_keys: Only users who have logged in to one of these environments; login
                dates then refer to those logins.
            logged_in_portfolio_keys: Only users who have logged in to an environment of these portfolios;
                login dates then refer to those logins.
            last_login_at_since: Only users who last logged in at this time or later.
            last_login_at_to: Only users who last logged in at this time or earlier.
        """
        return self._call(
            _COUNT,
            (),
            {
                "domains": domains,
                "status": status,
                "hasOrganizationRoles": has_organization_roles,
                "hasApplicationRoles": has_application_roles,
                "environmentKeys": environment_keys,
                "portfolioKeys": portfolio_keys,
                "loggedInEnvironmentKeys": logged_in_environment_keys,
                "loggedInPortfolioKeys": logged_in_portfolio_keys,
                "lastLoginAtSince": last_login_at_since,
                "lastLoginAtTo": last_login_at_to,
            },
            None,
            options,
        )

    def get(
        self,
        key: UUID | str,
        *,
        embed: Sequence[UserEmbed | str] | None = None,
        **options: Unpack[CallOptions],
    ) -> User:
        """Get one user.

        Needs one of the permissions User management > Manage users, View end users, View members. Raises
        BadRequest, NotFound.

        Args:
            key: Key of the user.
            embed: Related objects to include with each user.
        """
        return self._call(_GET, (key,), {"embed": embed}, None, options)

    def delete(self, key: UUID | str, **options: Unpack[CallOptions]) -> None:
        """Delete a user.

        Needs the permission User management > Manage users. Raises BadRequest, NotFound.

        Args:
            key: Key of the user.
        """
        return self._call(_DELETE, (key,), {}, None, options)

    def update(self, key: UUID | str, body: UserProfilePatch, **options: Unpack[CallOptions]) -> None:
        """Change the name, the photo or the activation of a user.

        Needs the permission User management > Manage users. Raises BadRequest, NotFound.

        Args:
            key: Key of the user.
            body: What is sent, a `UserProfilePatch`.
        """
        return self._call(_UPDATE, (key,), {}, body, options)

    def list_application_roles(
        self,
        key: UUID | str,
        *,
        name_contains: str | None = None,
        asset_key: UUID | str | None = None,
        asset_keys: Sequence[UUID | str] | None = None,
        environment_key: UUID | str | None = None,
        environment_keys: Sequence[UUID | str] | None = None,
        portfolio_keys: Sequence[UUID | str] | None = None,
        group_keys: Sequence[UUID | str] | None = None,
        application_role_keys: Sequence[UUID | str] | None = None,
        sort: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        assignment_sources: Sequence[AssignmentSource | str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[UserApplicationRole]:
        """List the application roles of a user.

        Needs the permission User management > View end users. Raises BadRequest, NotFound.

        Args:
            key: Key of the user.
            name_contains: Part of the name to look for.
            asset_key: Only roles that this asset defines; excludes `asset_keys`.
            asset_keys: Only roles that these assets define; excludes `asset_key`.
            environment_key: Only what belongs to this environment (stage); excludes `environment_keys`.
            environment_keys: Only what belongs to these environments (stages); excludes `environment_key`.
            portfolio_keys: Only what belongs to environments (stages) of these portfolios.
            group_keys: Only roles that come from these groups.
            application_role_keys: Only the roles with these keys.
            sort: Field to sort by: name (as if not given), environmentKey or assetKey; `-` in front sorts
                downwards.
            limit: Items per page: 1 to 100, 100 if not given.
            offset: Index of the first item to return; 0 if not given.
            assignment_sources: Ways in which the user got a role; direct assignment if not given.
        """
        return self._pages(
            _LIST_APPLICATION_ROLES,
            (key,),
            {
                "nameContains": name_contains,
                "assetKey": asset_key,
                "assetKeys": asset_keys,
                "environmentKey": environment_key,
                "environmentKeys": environment_keys,
                "portfolioKeys": portfolio_keys,
                "groupKeys": group_keys,
                "applicationRoleKeys": application_role_keys,
                "sort": sort,
                "limit": limit,
                "offset": offset,
                "assignmentSources": assignment_sources,
            },
            None,
            options,
        )

    def grant_application_role(
        self, key: UUID | str, role_key: UUID | str, **options: Unpack[CallOptions]
    ) -> None:
        """Give a user an application role.

        Needs the permission User management > Manage end-user access. Raises BadRequest, NotFound.

        Args:
            key: Key of the user.
            role_key: Key of the application role.
        """
        return self._call(_GRANT_APPLICATION_ROLE, (key, role_key), {}, None, options)

    def revoke_application_role(
        self, key: UUID | str, role_key: UUID | str, **options: Unpack[CallOptions]
    ) -> None:
        """Take an application role away from a user.

        Needs the permission User management > Manage end-user access. Raises BadRequest, NotFound.

        Args:
            key: Key of the user.
            role_key: Key of the application role.
        """
        return self._call(_REVOKE_APPLICATION_ROLE, (key, role_key), {}, None, options)

    def list_groups(
        self,
        key: UUID | str,
        *,
        name_contains: str | None = None,
        asset_key: UUID | str | None = None,
        environment_key: UUID | str | None = None,
        environment_keys: Sequence[UUID | str] | None = None,
        portfolio_keys: Sequence[UUID | str] | None = None,
        membership_type: MembershipType | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[GroupMembership]:
        """List the groups that a user belongs to.

        Needs the permission User management > Manage end-user groups. Raises BadRequest, NotFound.

        Args:
            key: Key of the user.
            name_contains: Part of the name to look for.
            asset_key: Only groups with roles of this asset.
            environment_key: Only what belongs to this environment (stage); excludes `environment_keys`.
            environment_keys: Only what belongs to these environments (stages); excludes `environment_key`.
            portfolio_keys: Only what belongs to environments (stages) of these portfolios.
            membership_type: Only members who were assigned directly, or only those mapped from a claim.
            limit: Items per page: 1 to 100, 100 if not given.
            offset: Index of the first item to return; 0 if not given.
        """
        return self._pages(
            _LIST_GROUPS,
            (key,),
            {
                "nameContains": name_contains,
                "assetKey": asset_key,
                "environmentKey": environment_key,
                "environmentKeys": environment_keys,
                "portfolioKeys": portfolio_keys,
                "membershipType": membership_type,
                "limit": limit,
                "offset": offset,
            },
            None,
            options,
        )

    def list_organization_roles(
        self,
        key: UUID | str,
        *,
        scopes: Sequence[RoleAssignmentScope | str] | None = None,
        asset_keys: Sequence[UUID | str] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[UserOrganizationRole]:
        """List the organization roles of a user.

        Needs one of the permissions User management > Manage users, View members. Raises BadRequest,
        NotFound.

        Args:
            key: Key of the user.
            scopes: Only roles granted for the whole organization, or only those for single assets; both if
                not given.
            asset_keys: Only roles granted for these assets.
            limit: Items per page: 1 to 100, 100 if not given.
            offset: Index of the first item to return; 0 if not given.
        """
        return self._pages(
            _LIST_ORGANIZATION_ROLES,
            (key,),
            {"scopes": scopes, "assetKeys": asset_keys, "limit": limit, "offset": offset},
            None,
            options,
        )

    def grant_organization_role(
        self,
        key: UUID | str,
        role_key: UUID | str,
        *,
        asset_keys: Sequence[UUID | str] | Unset | None = UNSET,
        grant_period: GrantPeriod | Unset | None = UNSET,
        portfolio_key: UUID | str | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Give a user an organization role, for all or for some assets, for good or for a period.

        Needs the permission User management > Manage member access. Raises BadRequest, NotFound.

        Args:
            key: Key of the user.
            role_key: Key of the organization role.
            asset_keys: Assets to which the grant is limited; the whole organization if not given.
            grant_period: When the grant applies; for good if not given.
            portfolio_key: Portfolio of the assets; the main one if not given.
        """
        body = models.OrganizationRoleGrant(
            asset_keys=asset_keys, grant_period=grant_period, portfolio_key=portfolio_key
        )
        return self._call(_GRANT_ORGANIZATION_ROLE, (key, role_key), {}, body, options)

    def revoke_organization_role(
        self,
        key: UUID | str,
        role_key: UUID | str,
        body: OrganizationRoleRevocation | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Take an organization role away from a user, altogether or for some assets.

        Needs the permission User management > Manage member access. Raises BadRequest, NotFound.

        Args:
            key: Key of the user.
            role_key: Key of the organization role.
            body: What is sent, a `OrganizationRoleRevocation`.
        """
        return self._call(_REVOKE_ORGANIZATION_ROLE, (key, role_key), {}, body, options)


class AsyncUsers(AsyncResource):
    """Users, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        name_or_email_contains: str | None = None,
        name_or_email_or_username_contains: str | None = None,
        user_keys: Sequence[UUID | str] | None = None,
        asset_key: UUID | str | None = None,
        status: UserStatus | str | None = None,
        last_login_at_since: dt.datetime | None = None,
        last_login_at_to: dt.datetime | None = None,
        has_organization_roles: bool | None = None,
        has_application_roles: bool | None = None,
        sort: str | None = None,
        environment_key: UUID | str | None = None,
        environment_keys: Sequence[UUID | str] | None = None,
        portfolio_keys: Sequence[UUID | str] | None = None,
        domains: Sequence[str] | None = None,
        logged_in_environment_keys: Sequence[UUID | str] | None = None,
        logged_in_portfolio_keys: Sequence[UUID | str] | None = None,
        embed: Sequence[UserEmbed | str] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[User]:
        """List users. See `Users.list`."""
        return self._pages(
            _LIST,
            (),
            {
                "nameOrEmailContains": name_or_email_contains,
                "nameOrEmailOrUsernameContains": name_or_email_or_username_contains,
                "userKeys": user_keys,
                "assetKey": asset_key,
                "status": status,
                "lastLoginAtSince": last_login_at_since,
                "lastLoginAtTo": last_login_at_to,
                "hasOrganizationRoles": has_organization_roles,
                "hasApplicationRoles": has_application_roles,
                "sort": sort,
                "environmentKey": environment_key,
                "environmentKeys": environment_keys,
                "portfolioKeys": portfolio_keys,
                "domains": domains,
                "loggedInEnvironmentKeys": logged_in_environment_keys,
                "loggedInPortfolioKeys": logged_in_portfolio_keys,
                "embed": embed,
                "limit": limit,
                "offset": offset,
            },
            None,
            options,
        )

    async def create(
        self,
        *,
        name: str | Unset | None = UNSET,
        add_to_built_in_identity_provider: bool | Unset = UNSET,
        email: str | Unset | None = UNSET,
        identity_provider_key: UUID | str | Unset | None = UNSET,
        is_active: bool | Unset = UNSET,
        photo_url: str | Unset | None = UNSET,
        subject: str | Unset | None = UNSET,
        username: str | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> CreatedUser:
        """Create a user. See `Users.create`."""
        body = models.UserProfileCreate(
            name=name,
            add_to_built_in_identity_provider=add_to_built_in_identity_provider,
            email=email,
            identity_provider_key=identity_provider_key,
            is_active=is_active,
            photo_url=photo_url,
            subject=subject,
            username=username,
        )
        return await self._call(_CREATE, (), {}, body, options)

    async def count(
        self,
        *,
        domains: Sequence[str] | None = None,
        status: UserStatus | str | None = None,
        has_organization_roles: bool | None = None,
        has_application_roles: bool | None = None,
        environment_keys: Sequence[UUID | str] | None = None,
        portfolio_keys: Sequence[UUID | str] | None = None,
        logged_in_environment_keys: Sequence[UUID | str] | None = None,
        logged_in_portfolio_keys: Sequence[UUID | str] | None = None,
        last_login_at_since: dt.datetime | None = None,
        last_login_at_to: dt.datetime | None = None,
        **options: Unpack[CallOptions],
    ) -> UserCount:
        """Count users. See `Users.count`."""
        return await self._call(
            _COUNT,
            (),
            {
                "domains": domains,
                "status": status,
                "hasOrganizationRoles": has_organization_roles,
                "hasApplicationRoles": has_application_roles,
                "environmentKeys": environment_keys,
                "portfolioKeys": portfolio_keys,
                "loggedInEnvironmentKeys": logged_in_environment_keys,
                "loggedInPortfolioKeys": logged_in_portfolio_keys,
                "lastLoginAtSince": last_login_at_since,
                "lastLoginAtTo": last_login_at_to,
            },
            None,
            options,
        )

    async def get(
        self,
        key: UUID | str,
        *,
        embed: Sequence[UserEmbed | str] | None = None,
        **options: Unpack[CallOptions],
    ) -> User:
        """Get one user. See `Users.get`."""
        return await self._call(_GET, (key,), {"embed": embed}, None, options)

    async def delete(self, key: UUID | str, **options: Unpack[CallOptions]) -> None:
        """Delete a user. See `Users.delete`."""
        return await self._call(_DELETE, (key,), {}, None, options)

    async def update(self, key: UUID | str, body: UserProfilePatch, **options: Unpack[CallOptions]) -> None:
        """Change the name, the photo or the activation of a user. See `Users.update`."""
        return await self._call(_UPDATE, (key,), {}, body, options)

    def list_application_roles(
        self,
        key: UUID | str,
        *,
        name_contains: str | None = None,
        asset_key: UUID | str | None = None,
        asset_keys: Sequence[UUID | str] | None = None,
        environment_key: UUID | str | None = None,
        environment_keys: Sequence[UUID | str] | None = None,
        portfolio_keys: Sequence[UUID | str] | None = None,
        group_keys: Sequence[UUID | str] | None = None,
        application_role_keys: Sequence[UUID | str] | None = None,
        sort: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        assignment_sources: Sequence[AssignmentSource | str] | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[UserApplicationRole]:
        """List the application roles of a user. See `Users.list_application_roles`."""
        return self._pages(
            _LIST_APPLICATION_ROLES,
            (key,),
            {
                "nameContains": name_contains,
                "assetKey": asset_key,
                "assetKeys": asset_keys,
                "environmentKey": environment_key,
                "environmentKeys": environment_keys,
                "portfolioKeys": portfolio_keys,
                "groupKeys": group_keys,
                "applicationRoleKeys": application_role_keys,
                "sort": sort,
                "limit": limit,
                "offset": offset,
                "assignmentSources": assignment_sources,
            },
            None,
            options,
        )

    async def grant_application_role(
        self, key: UUID | str, role_key: UUID | str, **options: Unpack[CallOptions]
    ) -> None:
        """Give a user an application role. See `Users.grant_application_role`."""
        return await self._call(_GRANT_APPLICATION_ROLE, (key, role_key), {}, None, options)

    async def revoke_application_role(
        self, key: UUID | str, role_key: UUID | str, **options: Unpack[CallOptions]
    ) -> None:
        """Take an application role away from a user. See `Users.revoke_application_role`."""
        return await self._call(_REVOKE_APPLICATION_ROLE, (key, role_key), {}, None, options)

    def list_groups(
        self,
        key: UUID | str,
        *,
        name_contains: str | None = None,
        asset_key: UUID | str | None = None,
        environment_key: UUID | str | None = None,
        environment_keys: Sequence[UUID | str] | None = None,
        portfolio_keys: Sequence[UUID | str] | None = None,
        membership_type: MembershipType | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[GroupMembership]:
        """List the groups that a user belongs to. See `Users.list_groups`."""
        return self._pages(
            _LIST_GROUPS,
            (key,),
            {
                "nameContains": name_contains,
                "assetKey": asset_key,
                "environmentKey": environment_key,
                "environmentKeys": environment_keys,
                "portfolioKeys": portfolio_keys,
                "membershipType": membership_type,
                "limit": limit,
                "offset": offset,
            },
            None,
            options,
        )

    def list_organization_roles(
        self,
        key: UUID | str,
        *,
        scopes: Sequence[RoleAssignmentScope | str] | None = None,
        asset_keys: Sequence[UUID | str] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[UserOrganizationRole]:
        """List the organization roles of a user. See `Users.list_organization_roles`."""
        return self._pages(
            _LIST_ORGANIZATION_ROLES,
            (key,),
            {"scopes": scopes, "assetKeys": asset_keys, "limit": limit, "offset": offset},
            None,
            options,
        )

    async def grant_organization_role(
        self,
        key: UUID | str,
        role_key: UUID | str,
        *,
        asset_keys: Sequence[UUID | str] | Unset | None = UNSET,
        grant_period: GrantPeriod | Unset | None = UNSET,
        portfolio_key: UUID | str | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> None:
        """Give a user an organization role, for all or for some assets, for good or for a period."""
        body = models.OrganizationRoleGrant(
            asset_keys=asset_keys, grant_period=grant_period, portfolio_key=portfolio_key
        )
        return await self._call(_GRANT_ORGANIZATION_ROLE, (key, role_key), {}, body, options)

    async def revoke_organization_role(
        self,
        key: UUID | str,
        role_key: UUID | str,
        body: OrganizationRoleRevocation | None = None,
        **options: Unpack[CallOptions],
    ) -> None:
        """Take an organization role away from a user, altogether or for some assets."""
        return await self._call(_REVOKE_ORGANIZATION_ROLE, (key, role_key), {}, body, options)
