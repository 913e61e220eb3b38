"""Groups: `odc.identity.groups`."""

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
        ApplicationRole,
        CreatedGroup,
        Group,
        GroupApplicationRolesPatch,
        GroupMember,
        GroupPatch,
        GroupUsersPatch,
        MembershipType,
        UserEmbed,
    )

_LIST = Operation(
    "identity.groups.list",
    "GET",
    "/groups",
    lambda data: decode_list(data, models.Group.decode),
    params=(
        Param("environmentKeys", kind="text[]"),
        Param("portfolioKeys", kind="text[]"),
        Param("limit", kind="int"),
        Param("offset", kind="int"),
    ),
    paging=Paging(),
    permissions=("User management > Manage end-user groups",),
)

_CREATE = Operation(
    "identity.groups.create",
    "POST",
    "/groups",
    lambda data: models.CreatedGroup.decode(data),
    permissions=("User management > Manage end-user groups",),
)

_GET = Operation(
    "identity.groups.get",
    "GET",
    "/groups/{key}",
    lambda data: models.Group.decode(data),
    permissions=("User management > Manage end-user groups",),
)

_DELETE = Operation(
    "identity.groups.delete",
    "DELETE",
    "/groups/{key}",
    permissions=("User management > Manage end-user groups",),
)

_UPDATE = Operation(
    "identity.groups.update",
    "PATCH",
    "/groups/{key}",
    body=(Media("application/json", "GroupPatch"),),
    needs_body=True,
    permissions=("User management > Manage end-user groups",),
)

_LIST_APPLICATION_ROLES = Operation(
    "identity.groups.list_application_roles",
    "GET",
    "/groups/{key}/application-roles",
    lambda data: decode_list(data, models.ApplicationRole.decode),
    params=(
        Param("applicationRoleKeys", kind="text[]"),
        Param("limit", kind="int"),
        Param("offset", kind="int"),
    ),
    paging=Paging(),
    permissions=("User management > Manage end-user groups",),
)

_UPDATE_APPLICATION_ROLES = Operation(
    "identity.groups.update_application_roles",
    "PATCH",
    "/groups/{key}/application-roles",
    body=(Media("application/json", "GroupApplicationRolesPatch"),),
    needs_body=True,
    permissions=("User management > Manage end-user groups",),
)

_DELETE_CLAIM_MAPPING = Operation(
    "identity.groups.delete_claim_mapping",
    "DELETE",
    "/groups/{key}/claim-mappings/{mappingKey}",
    permissions=("User management > Manage end-user groups",),
)

_LIST_USERS = Operation(
    "identity.groups.list_users",
    "GET",
    "/groups/{key}/users",
    lambda data: decode_list(data, models.GroupMember.decode),
    params=(
        Param("userKeys", kind="text[]"),
        Param("lastLoginAtSince", kind="datetime"),
        Param("lastLoginAtTo", kind="datetime"),
        Param("limit", kind="int"),
        Param("offset", kind="int"),
        Param("embed", kind="text[]"),
    ),
    paging=Paging(),
    permissions=("User management > Manage end-user groups",),
)

_UPDATE_USERS = Operation(
    "identity.groups.update_users",
    "PATCH",
    "/groups/{key}/users",
    body=(Media("application/json", "GroupUsersPatch"),),
    needs_body=True,
    permissions=("User management > Manage end-user groups",),
)


class Groups(Resource):
    """Groups; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        name_contains: str | None = None,
        environment_key: UUID | str | None = None,
        environment_keys: Sequence[UUID | str] | None = None,
        identity_provider_key: UUID | str | None = None,
        portfolio_keys: Sequence[UUID | str] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Group]:
        """List end-user groups.

        Needs the permission User management > Manage end-user groups. Raises BadRequest, NotFound.

        Args:
            name_contains: Part of the name to look for.
            environment_key: Only what belongs to this environment (stage); excludes `environment_keys`.
            environment_keys: Only what belongs to these environments (stages); excludes `environment_key`.
            identity_provider_key: Only groups with claims mapped from this identity provider.
            portfolio_keys: Only what belongs to environments (stages) of these portfolios.
            limit: Items per page: 1 to 100, 100 if not given.
            offset: Index of the first item to return; 0 if not given.
        """
        return self._pages(
            _LIST,
            (),
            {
                "nameContains": name_contains,
                "environmentKey": environment_key,
                "environmentKeys": environment_keys,
                "identityProviderKey": identity_provider_key,
                "portfolioKeys": portfolio_keys,
                "limit": limit,
                "offset": offset,
            },
            None,
            options,
        )

    def create(
        self,
        *,
        name: str,
        environment_key: UUID | str,
        application_role_keys: Sequence[UUID | str] | Unset | None = UNSET,
        description: str | Unset | None = UNSET,
        user_keys: Sequence[UUID | str] | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> CreatedGroup:
        """Create an end-user group, with its first members and roles if given.

        Needs the permission User management > Manage end-user groups. Raises BadRequest.

        Args:
            name: Name.
            environment_key: Environment (stage) that the group belongs to.
            application_role_keys: Roles that its members get.
            description: Description.
            user_keys: Its first members.
        """
        body = models.GroupCreate(
            name=name,
            application_role_keys=application_role_keys,
            description=description,
            environment_key=environment_key,
            user_keys=user_keys,
        )
        return self._call(_CREATE, (), {}, body, options)

    def get(self, key: UUID | str, **options: Unpack[CallOptions]) -> Group:
        """Get one group.

        Needs the permission User management > Manage end-user groups. Raises BadRequest, NotFound.

        Args:
            key: Key of the group.
        """
        return self._call(_GET, (key,), {}, None, options)

    def delete(self, key: UUID | str, **options: Unpack[CallOptions]) -> None:
        """Delete a group.

        Needs the permission User management > Manage end-user groups. Raises BadRequest, NotFound.

        Args:
            key: Key of the group.
        """
        return self._call(_DELETE, (key,), {}, None, options)

    def update(self, key: UUID | str, body: GroupPatch, **options: Unpack[CallOptions]) -> None:
        """Change the name or the description of a group.

        Needs the permission User management > Manage end-user groups. Raises BadRequest, NotFound.

        Args:
            key: Key of the group.
            body: What is sent, a `GroupPatch`.
        """
        return self._call(_UPDATE, (key,), {}, body, options)

    def list_application_roles(
        self,
        key: UUID | str,
        *,
        asset_key: UUID | str | None = None,
        application_role_key: UUID | str | None = None,
        application_role_keys: Sequence[UUID | str] | None = None,
        name_contains: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        sort: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[ApplicationRole]:
        """List the application roles that a group gives to its members.

        Needs the permission User management > Manage end-user groups. Raises BadRequest, NotFound.

        Args:
            key: Key of the group.
            asset_key: Only roles that this asset defines.
            application_role_key: Only the role with this key; excludes `application_role_keys`.
            application_role_keys: Only the roles with these keys; excludes `application_role_key`.
            name_contains: Part of the name to look for.
            limit: Items per page: 1 to 100, 100 if not given.
            offset: Index of the first item to return; 0 if not given.
            sort: Field to sort by: name (as if not given) or assetKey; `-` in front sorts downwards.
        """
        return self._pages(
            _LIST_APPLICATION_ROLES,
            (key,),
            {
                "assetKey": asset_key,
                "applicationRoleKey": application_role_key,
                "applicationRoleKeys": application_role_keys,
                "nameContains": name_contains,
                "limit": limit,
                "offset": offset,
                "sort": sort,
            },
            None,
            options,
        )

    def update_application_roles(
        self, key: UUID | str, body: GroupApplicationRolesPatch, **options: Unpack[CallOptions]
    ) -> None:
        """Add application roles to a group, remove others, or both.

        Needs the permission User management > Manage end-user groups. Raises BadRequest, NotFound.

        Args:
            key: Key of the group.
            body: What is sent, a `GroupApplicationRolesPatch`.
        """
        return self._call(_UPDATE_APPLICATION_ROLES, (key,), {}, body, options)

    def delete_claim_mapping(
        self, key: UUID | str, mapping_key: UUID | str, **options: Unpack[CallOptions]
    ) -> None:
        """Delete a mapping from an identity provider's claim to a group.

        Needs the permission User management > Manage end-user groups. Raises BadRequest, NotFound.

        Args:
            key: Key of the group.
            mapping_key: Key of the claim mapping.
        """
        return self._call(_DELETE_CLAIM_MAPPING, (key, mapping_key), {}, None, options)

    def list_users(
        self,
        key: UUID | str,
        *,
        user_key: UUID | str | None = None,
        user_keys: Sequence[UUID | str] | None = None,
        name_or_email_contains: str | None = None,
        name_or_email_or_username_contains: str | None = None,
        last_login_at_since: dt.datetime | None = None,
        last_login_at_to: dt.datetime | None = None,
        membership_type: MembershipType | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        sort: str | None = None,
        embed: Sequence[UserEmbed | str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[GroupMember]:
        """List the members of a group.

        Needs the permission User management > Manage end-user groups. Raises BadRequest, NotFound.

        Args:
            key: Key of the group.
            user_key: Only the user with this key; excludes `user_keys`.
            user_keys: Only the users with these keys; excludes `user_key`.
            name_or_email_contains: Part of the name or the e-mail address to look for.
            name_or_email_or_username_contains: Part of the name, the e-mail address or the username to look
                for.
            last_login_at_since: Only users who last logged in at this time or later.
            last_login_at_to: Only users who last logged in at this time or earlier.
            membership_type: Only members who were assigned directly, or only those mapped from a claim.
            limit: Items per page: 1 to 100, 100 if not given.
            offset: Index of the first item to return; 0 if not given.
            sort: Field to sort by: name (as if not given), key, email, status or lastLoginAt; `-` in front
                sorts downwards.
            embed: Related objects to include with each user.
        """
        return self._pages(
            _LIST_USERS,
            (key,),
            {
                "userKey": user_key,
                "userKeys": user_keys,
                "nameOrEmailContains": name_or_email_contains,
                "nameOrEmailOrUsernameContains": name_or_email_or_username_contains,
                "lastLoginAtSince": last_login_at_since,
                "lastLoginAtTo": last_login_at_to,
                "membershipType": membership_type,
                "limit": limit,
                "offset": offset,
                "sort": sort,
                "embed": embed,
            },
            None,
            options,
        )

    def update_users(self, key: UUID | str, body: GroupUsersPatch, **options: Unpack[CallOptions]) -> None:
        """Add members to a group, remove others, or both.

        Needs the permission User management > Manage end-user groups. Raises BadRequest, NotFound.

        Args:
            key: Key of the group.
            body: What is sent, a `GroupUsersPatch`.
        """
        return self._call(_UPDATE_USERS, (key,), {}, body, options)


class AsyncGroups(AsyncResource):
    """Groups, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        name_contains: str | None = None,
        environment_key: UUID | str | None = None,
        environment_keys: Sequence[UUID | str] | None = None,
        identity_provider_key: UUID | str | None = None,
        portfolio_keys: Sequence[UUID | str] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[Group]:
        """List end-user groups. See `Groups.list`."""
        return self._pages(
            _LIST,
            (),
            {
                "nameContains": name_contains,
                "environmentKey": environment_key,
                "environmentKeys": environment_keys,
                "identityProviderKey": identity_provider_key,
                "portfolioKeys": portfolio_keys,
                "limit": limit,
                "offset": offset,
            },
            None,
            options,
        )

    async def create(
        self,
        *,
        name: str,
        environment_key: UUID | str,
        application_role_keys: Sequence[UUID | str] | Unset | None = UNSET,
        description: str | Unset | None = UNSET,
        user_keys: Sequence[UUID | str] | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> CreatedGroup:
        """Create an end-user group, with its first members and roles if given. See `Groups.create`."""
        body = models.GroupCreate(
            name=name,
            application_role_keys=application_role_keys,
            description=description,
            environment_key=environment_key,
            user_keys=user_keys,
        )
        return await self._call(_CREATE, (), {}, body, options)

    async def get(self, key: UUID | str, **options: Unpack[CallOptions]) -> Group:
        """Get one group. See `Groups.get`."""
        return await self._call(_GET, (key,), {}, None, options)

    async def delete(self, key: UUID | str, **options: Unpack[CallOptions]) -> None:
        """Delete a group. See `Groups.delete`."""
        return await self._call(_DELETE, (key,), {}, None, options)

    async def update(self, key: UUID | str, body: GroupPatch, **options: Unpack[CallOptions]) -> None:
        """Change the name or the description of a group. See `Groups.update`."""
        return await self._call(_UPDATE, (key,), {}, body, options)

    def list_application_roles(
        self,
        key: UUID | str,
        *,
        asset_key: UUID | str | None = None,
        application_role_key: UUID | str | None = None,
        application_role_keys: Sequence[UUID | str] | None = None,
        name_contains: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        sort: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[ApplicationRole]:
        """List the application roles that a group gives to its members."""
        return self._pages(
            _LIST_APPLICATION_ROLES,
            (key,),
            {
                "assetKey": asset_key,
                "applicationRoleKey": application_role_key,
                "applicationRoleKeys": application_role_keys,
                "nameContains": name_contains,
                "limit": limit,
                "offset": offset,
                "sort": sort,
            },
            None,
            options,
        )

    async def update_application_roles(
        self, key: UUID | str, body: GroupApplicationRolesPatch, **options: Unpack[CallOptions]
    ) -> None:
        """Add application roles to a group, remove others, or both. See `Groups.update_application_roles`."""
        return await self._call(_UPDATE_APPLICATION_ROLES, (key,), {}, body, options)

    async def delete_claim_mapping(
        self, key: UUID | str, mapping_key: UUID | str, **options: Unpack[CallOptions]
    ) -> None:
        """Delete a mapping from an identity provider's claim to a group."""
        return await self._call(_DELETE_CLAIM_MAPPING, (key, mapping_key), {}, None, options)

    def list_users(
        self,
        key: UUID | str,
        *,
        user_key: UUID | str | None = None,
        user_keys: Sequence[UUID | str] | None = None,
        name_or_email_contains: str | None = None,
        name_or_email_or_username_contains: str | None = None,
        last_login_at_since: dt.datetime | None = None,
        last_login_at_to: dt.datetime | None = None,
        membership_type: MembershipType | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        sort: str | None = None,
        embed: Sequence[UserEmbed | str] | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[GroupMember]:
        """List the members of a group. See `Groups.list_users`."""
        return self._pages(
            _LIST_USERS,
            (key,),
            {
                "userKey": user_key,
                "userKeys": user_keys,
                "nameOrEmailContains": name_or_email_contains,
                "nameOrEmailOrUsernameContains": name_or_email_or_username_contains,
                "lastLoginAtSince": last_login_at_since,
                "lastLoginAtTo": last_login_at_to,
                "membershipType": membership_type,
                "limit": limit,
                "offset": offset,
                "sort": sort,
                "embed": embed,
            },
            None,
            options,
        )

    async def update_users(
        self, key: UUID | str, body: GroupUsersPatch, **options: Unpack[CallOptions]
    ) -> None:
        """Add members to a group, remove others, or both. See `Groups.update_users`."""
        return await self._call(_UPDATE_USERS, (key,), {}, body, options)
