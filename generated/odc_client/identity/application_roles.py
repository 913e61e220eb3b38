"""Application roles: `odc.identity.application_roles`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging
from .._runtime.kernel.parameter import Param
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.policy.options import CallOptions
    from .models import ApplicationRole, RoleUser, UserEmbed

_LIST = Operation(
    "identity.application_roles.list",
    "GET",
    "/application-roles",
    lambda data: decode_list(data, models.ApplicationRole.decode),
    params=(
        Param("environmentKeys", kind="text[]"),
        Param("portfolioKeys", kind="text[]"),
        Param("limit", kind="int"),
        Param("offset", kind="int"),
    ),
    paging=Paging(),
    permissions=("User management > View end users",),
)

_LIST_USERS = Operation(
    "identity.application_roles.list_users",
    "GET",
    "/application-roles/{key}/users",
    lambda data: decode_list(data, models.RoleUser.decode),
    params=(
        Param("lastLoginAtSince", kind="datetime"),
        Param("lastLoginAtTo", kind="datetime"),
        Param("limit", kind="int"),
        Param("offset", kind="int"),
        Param("embed", kind="text[]"),
    ),
    paging=Paging(),
    permissions=("User management > View end users",),
)


class ApplicationRoles(Resource):
    """Application roles; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        key: UUID | str | None = None,
        asset_key: UUID | str | None = None,
        environment_key: UUID | str | None = None,
        environment_keys: Sequence[UUID | str] | None = None,
        portfolio_keys: Sequence[UUID | str] | None = None,
        name_contains: str | None = None,
        sort: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[ApplicationRole]:
        """List application roles.

        Needs the permission User management > View end users. Raises BadRequest.

        Args:
            key: Only the application role with this key.
            asset_key: Only roles that this asset defines.
            environment_key: Only what belongs to this environment (stage); excludes `environment_keys`.
            environment_keys: Only what belongs to these environments (stages); excludes `environment_key`.
            portfolio_keys: Only what belongs to environments (stages) of these portfolios.
            name_contains: Part of the name to look for.
            sort: Field to sort by: name (as if not given), environmentKey or assetKey; `-` in front sorts
                downwards.
            limit: Items per page: 1 to 100, 100 if not given.
            offset: Index of the first item to return; 0 if not given.
        """
        return self._pages(
            _LIST,
            (),
            {
                "key": key,
                "assetKey": asset_key,
                "environmentKey": environment_key,
                "environmentKeys": environment_keys,
                "portfolioKeys": portfolio_keys,
                "nameContains": name_contains,
                "sort": sort,
                "limit": limit,
                "offset": offset,
            },
            None,
            options,
        )

    def list_users(
        self,
        key: UUID | str,
        *,
        user_key: UUID | str | None = None,
        name_or_email_contains: str | None = None,
        name_or_email_or_username_contains: str | None = None,
        last_login_at_since: dt.datetime | None = None,
        last_login_at_to: dt.datetime | None = None,
        limit: int | None = None,
        offset: int | None = None,
        sort: str | None = None,
        embed: Sequence[UserEmbed | str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[RoleUser]:
        """List the users who have an application role.

        Needs the permission User management > View end users. Raises NotFound.

        Args:
            key: Key of the application role.
            user_key: Only the user with this key.
            name_or_email_contains: Part of the name or the e-mail address to look for.
            name_or_email_or_username_contains: Part of the name, the e-mail address or the username to look
                for.
            last_login_at_since: Only users who last logged in at this time or later.
            last_login_at_to: Only users who last logged in at this time or earlier.
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
                "userKey": user_key,
                "nameOrEmailContains": name_or_email_contains,
                "nameOrEmailOrUsernameContains": name_or_email_or_username_contains,
                "lastLoginAtSince": last_login_at_since,
                "lastLoginAtTo": last_login_at_to,
                "limit": limit,
                "offset": offset,
                "sort": sort,
                "embed": embed,
            },
            None,
            options,
        )


class AsyncApplicationRoles(AsyncResource):
    """Application roles, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        key: UUID | str | None = None,
        asset_key: UUID | str | None = None,
        environment_key: UUID | str | None = None,
        environment_keys: Sequence[UUID | str] | None = None,
        portfolio_keys: Sequence[UUID | str] | None = None,
        name_contains: str | None = None,
        sort: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[ApplicationRole]:
        """List application roles. See `ApplicationRoles.list`."""
        return self._pages(
            _LIST,
            (),
            {
                "key": key,
                "assetKey": asset_key,
                "environmentKey": environment_key,
                "environmentKeys": environment_keys,
                "portfolioKeys": portfolio_keys,
                "nameContains": name_contains,
                "sort": sort,
                "limit": limit,
                "offset": offset,
            },
            None,
            options,
        )

    def list_users(
        self,
        key: UUID | str,
        *,
        user_key: UUID | str | None = None,
        name_or_email_contains: str | None = None,
        name_or_email_or_username_contains: str | None = None,
        last_login_at_since: dt.datetime | None = None,
        last_login_at_to: dt.datetime | None = None,
        limit: int | None = None,
        offset: int | None = None,
        sort: str | None = None,
        embed: Sequence[UserEmbed | str] | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[RoleUser]:
        """List the users who have an application role. See `ApplicationRoles.list_users`."""
        return self._pages(
            _LIST_USERS,
            (key,),
            {
                "userKey": user_key,
                "nameOrEmailContains": name_or_email_contains,
                "nameOrEmailOrUsernameContains": name_or_email_or_username_contains,
                "lastLoginAtSince": last_login_at_since,
                "lastLoginAtTo": last_login_at_to,
                "limit": limit,
                "offset": offset,
                "sort": sort,
                "embed": embed,
            },
            None,
            options,
        )
