"""Organization roles: `odc.identity.organization_roles`."""

from __future__ import annotations

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
        CreatedOrganizationRole,
        OrganizationRole,
        OrganizationRolePatch,
        PermissionAssignment,
        RoleUser,
        UserEmbed,
    )

_LIST = Operation(
    "identity.organization_roles.list",
    "GET",
    "/organization-roles",
    lambda data: decode_list(data, models.OrganizationRole.decode),
    params=(Param("limit", kind="int"), Param("offset", kind="int")),
    paging=Paging(),
    permissions=("at least one permission",),
)

_CREATE = Operation(
    "identity.organization_roles.create",
    "POST",
    "/organization-roles",
    lambda data: models.CreatedOrganizationRole.decode(data),
    permissions=("User management > Manage organization roles",),
)

_GET = Operation(
    "identity.organization_roles.get",
    "GET",
    "/organization-roles/{key}",
    lambda data: models.OrganizationRole.decode(data),
    permissions=("at least one permission",),
)

_DELETE = Operation(
    "identity.organization_roles.delete",
    "DELETE",
    "/organization-roles/{key}",
    permissions=("User management > Manage organization roles",),
)

_UPDATE = Operation(
    "identity.organization_roles.update",
    "PATCH",
    "/organization-roles/{key}",
    body=(Media("application/json", "OrganizationRolePatch"),),
    needs_body=True,
    permissions=("User management > Manage organization roles",),
)

_LIST_USERS = Operation(
    "identity.organization_roles.list_users",
    "GET",
    "/organization-roles/{key}/users",
    lambda data: decode_list(data, models.RoleUser.decode),
    params=(Param("limit", kind="int"), Param("offset", kind="int"), Param("embed", kind="text[]")),
    paging=Paging(),
    permissions=("User management > View members",),
)


class OrganizationRoles(Resource):
    """Organization roles; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        role_key: UUID | str | None = None,
        name_contains: str | None = None,
        sort: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[OrganizationRole]:
        """List organization roles with their permissions.

        Needs the permission at least one permission. Raises BadRequest, NotFound.

        Args:
            role_key: Only the organization role with this key.
            name_contains: Part of the name to look for.
            sort: Field to sort by: name; `-` in front sorts downwards.
            limit: Items per page: 1 to 100, 100 if not given.
            offset: Index of the first item to return; 0 if not given.
        """
        return self._pages(
            _LIST,
            (),
            {
                "roleKey": role_key,
                "nameContains": name_contains,
                "sort": sort,
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
        permissions: Sequence[PermissionAssignment] | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> CreatedOrganizationRole:
        """Create an organization role.

        Needs the permission User management > Manage organization roles. Raises BadRequest, Conflict.

        Args:
            name: Name.
            permissions: Permissions that make up the role.
        """
        body = models.OrganizationRoleCreate(name=name, permissions=permissions)
        return self._call(_CREATE, (), {}, body, options)

    def get(self, key: UUID | str, **options: Unpack[CallOptions]) -> OrganizationRole:
        """Get one organization role.

        Needs the permission at least one permission. Raises BadRequest, NotFound.

        Args:
            key: Key of the organization role.
        """
        return self._call(_GET, (key,), {}, None, options)

    def delete(self, key: UUID | str, **options: Unpack[CallOptions]) -> None:
        """Delete an organization role.

        Needs the permission User management > Manage organization roles. Raises BadRequest, NotFound.

        Args:
            key: Key of the organization role.
        """
        return self._call(_DELETE, (key,), {}, None, options)

    def update(self, key: UUID | str, body: OrganizationRolePatch, **options: Unpack[CallOptions]) -> None:
        """Change the name or the permissions of an organization role.

        Needs the permission User management > Manage organization roles. Raises BadRequest, NotFound,
        Conflict.

        Args:
            key: Key of the organization role.
            body: What is sent, a `OrganizationRolePatch`.
        """
        return self._call(_UPDATE, (key,), {}, body, options)

    def list_users(
        self,
        key: UUID | str,
        *,
        name_or_email_contains: str | None = None,
        name_or_email_or_username_contains: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        sort: str | None = None,
        embed: Sequence[UserEmbed | str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[RoleUser]:
        """List the users who have an organization role.

        Needs the permission User management > View members. Raises BadRequest, NotFound.

        Args:
            key: Key of the organization role.
            name_or_email_contains: Part of the name or the e-mail address to look for.
            name_or_email_or_username_contains: Part of the name, the e-mail address or the username to look
                for.
            limit: Items per page: 1 to 100, 100 if not given.
            offset: Index of the first item to return; 0 if not given.
            sort: Field to sort by: name (as if not given), userKey, email, status or lastLoginAt; `-` in
                front sorts downwards.
            embed: Related objects to include with each user.
        """
        return self._pages(
            _LIST_USERS,
            (key,),
            {
                "nameOrEmailContains": name_or_email_contains,
                "nameOrEmailOrUsernameContains": name_or_email_or_username_contains,
                "limit": limit,
                "offset": offset,
                "sort": sort,
                "embed": embed,
            },
            None,
            options,
        )


class AsyncOrganizationRoles(AsyncResource):
    """Organization roles, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        role_key: UUID | str | None = None,
        name_contains: str | None = None,
        sort: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[OrganizationRole]:
        """List organization roles with their permissions. See `OrganizationRoles.list`."""
        return self._pages(
            _LIST,
            (),
            {
                "roleKey": role_key,
                "nameContains": name_contains,
                "sort": sort,
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
        permissions: Sequence[PermissionAssignment] | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> CreatedOrganizationRole:
        """Create an organization role. See `OrganizationRoles.create`."""
        body = models.OrganizationRoleCreate(name=name, permissions=permissions)
        return await self._call(_CREATE, (), {}, body, options)

    async def get(self, key: UUID | str, **options: Unpack[CallOptions]) -> OrganizationRole:
        """Get one organization role. See `OrganizationRoles.get`."""
        return await self._call(_GET, (key,), {}, None, options)

    async def delete(self, key: UUID | str, **options: Unpack[CallOptions]) -> None:
        """Delete an organization role. See `OrganizationRoles.delete`."""
        return await self._call(_DELETE, (key,), {}, None, options)

    async def update(
        self, key: UUID | str, body: OrganizationRolePatch, **options: Unpack[CallOptions]
    ) -> None:
        """Change the name or the permissions of an organization role. See `OrganizationRoles.update`."""
        return await self._call(_UPDATE, (key,), {}, body, options)

    def list_users(
        self,
        key: UUID | str,
        *,
        name_or_email_contains: str | None = None,
        name_or_email_or_username_contains: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        sort: str | None = None,
        embed: Sequence[UserEmbed | str] | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[RoleUser]:
        """List the users who have an organization role. See `OrganizationRoles.list_users`."""
        return self._pages(
            _LIST_USERS,
            (key,),
            {
                "nameOrEmailContains": name_or_email_contains,
                "nameOrEmailOrUsernameContains": name_or_email_or_username_contains,
                "limit": limit,
                "offset": offset,
                "sort": sort,
                "embed": embed,
            },
            None,
            options,
        )
