"""Ip filter groups: `odc.environment_configurations.ip_filter_groups`."""

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
        CreatedIpFilterGroup,
        IpFilterAccessType,
        IpFilterGroup,
        IpFilterGroupPatch,
        IpFilterRule,
    )

_LIST = Operation(
    "environment_configurations.ip_filter_groups.list",
    "GET",
    "/environments/{environmentKey}/ip-filter-groups",
    lambda data: decode_list(data, models.IpFilterGroup.decode),
    params=(Param("appKeys", kind="text[]"),),
    paging=Paging(limit=None, offset=None),
    permissions=("Configuration management > View configurations",),
)

_CREATE = Operation(
    "environment_configurations.ip_filter_groups.create",
    "POST",
    "/environments/{environmentKey}/ip-filter-groups",
    lambda data: models.CreatedIpFilterGroup.decode(data),
    permissions=("Configuration management > Manage IP filters",),
)

_GET = Operation(
    "environment_configurations.ip_filter_groups.get",
    "GET",
    "/environments/{environmentKey}/ip-filter-groups/{ipFilterGroupKey}",
    lambda data: models.IpFilterGroup.decode(data),
    permissions=("Configuration management > View configurations",),
)

_DELETE = Operation(
    "environment_configurations.ip_filter_groups.delete",
    "DELETE",
    "/environments/{environmentKey}/ip-filter-groups/{ipFilterGroupKey}",
    permissions=("Configuration management > Manage IP filters",),
)

_UPDATE = Operation(
    "environment_configurations.ip_filter_groups.update",
    "PATCH",
    "/environments/{environmentKey}/ip-filter-groups/{ipFilterGroupKey}",
    body=(Media("application/json", "IpFilterGroupPatch"),),
    needs_body=True,
    permissions=("Configuration management > Manage IP filters",),
)


class IpFilterGroups(Resource):
    """Ip filter groups; each method also takes the options of `CallOptions`."""

    def list(
        self,
        environment_key: UUID | str,
        *,
        app_keys: Sequence[UUID | str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[IpFilterGroup]:
        """List the IP filter groups of an environment.

        Needs the permission Configuration management > View configurations. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
            app_keys: Only groups that apply to these apps.
        """
        return self._pages(_LIST, (environment_key,), {"appKeys": app_keys}, None, options)

    def create(
        self,
        environment_key: UUID | str,
        *,
        name: str | Unset | None = UNSET,
        access_type: IpFilterAccessType | str | Unset = UNSET,
        app_keys: Sequence[str] | Unset | None = UNSET,
        description: str | Unset | None = UNSET,
        ip_rules: Sequence[IpFilterRule] | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> CreatedIpFilterGroup:
        """Create an IP filter group.

        Needs the permission Configuration management > Manage IP filters. Raises BadRequest, NotFound.

        Args:
            environment_key: Key of the environment (stage).
            name: Name.
            access_type: Whether the rules of a group admit or refuse addresses.
            app_keys: Apps to which the group applies.
            description: Description.
            ip_rules: Rules with address ranges.
        """
        body = models.IpFilterGroupCreate(
            name=name, access_type=access_type, app_keys=app_keys, description=description, ip_rules=ip_rules
        )
        return self._call(_CREATE, (environment_key,), {}, body, options)

    def get(
        self, environment_key: UUID | str, ip_filter_group_key: str, **options: Unpack[CallOptions]
    ) -> IpFilterGroup:
        """Get one IP filter group.

        Needs the permission Configuration management > View configurations. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
            ip_filter_group_key: Key of the IP filter group.
        """
        return self._call(_GET, (environment_key, ip_filter_group_key), {}, None, options)

    def delete(
        self, environment_key: UUID | str, ip_filter_group_key: str, **options: Unpack[CallOptions]
    ) -> None:
        """Delete an IP filter group.

        Needs the permission Configuration management > Manage IP filters. Raises BadRequest, NotFound.

        Args:
            environment_key: Key of the environment (stage).
            ip_filter_group_key: Key of the IP filter group.
        """
        return self._call(_DELETE, (environment_key, ip_filter_group_key), {}, None, options)

    def update(
        self,
        environment_key: UUID | str,
        ip_filter_group_key: str,
        body: IpFilterGroupPatch,
        **options: Unpack[CallOptions],
    ) -> None:
        """Change an IP filter group.

        Needs the permission Configuration management > Manage IP filters. Raises BadRequest, NotFound.

        Args:
            environment_key: Key of the environment (stage).
            ip_filter_group_key: Key of the IP filter group.
            body: What is sent, a `IpFilterGroupPatch`.
        """
        return self._call(_UPDATE, (environment_key, ip_filter_group_key), {}, body, options)


class AsyncIpFilterGroups(AsyncResource):
    """Ip filter groups, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        environment_key: UUID | str,
        *,
        app_keys: Sequence[UUID | str] | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[IpFilterGroup]:
        """List the IP filter groups of an environment. See `IpFilterGroups.list`."""
        return self._pages(_LIST, (environment_key,), {"appKeys": app_keys}, None, options)

    async def create(
        self,
        environment_key: UUID | str,
        *,
        name: str | Unset | None = UNSET,
        access_type: IpFilterAccessType | str | Unset = UNSET,
        app_keys: Sequence[str] | Unset | None = UNSET,
        description: str | Unset | None = UNSET,
        ip_rules: Sequence[IpFilterRule] | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> CreatedIpFilterGroup:
        """Create an IP filter group. See `IpFilterGroups.create`."""
        body = models.IpFilterGroupCreate(
            name=name, access_type=access_type, app_keys=app_keys, description=description, ip_rules=ip_rules
        )
        return await self._call(_CREATE, (environment_key,), {}, body, options)

    async def get(
        self, environment_key: UUID | str, ip_filter_group_key: str, **options: Unpack[CallOptions]
    ) -> IpFilterGroup:
        """Get one IP filter group. See `IpFilterGroups.get`."""
        return await self._call(_GET, (environment_key, ip_filter_group_key), {}, None, options)

    async def delete(
        self, environment_key: UUID | str, ip_filter_group_key: str, **options: Unpack[CallOptions]
    ) -> None:
        """Delete an IP filter group. See `IpFilterGroups.delete`."""
        return await self._call(_DELETE, (environment_key, ip_filter_group_key), {}, None, options)

    async def update(
        self,
        environment_key: UUID | str,
        ip_filter_group_key: str,
        body: IpFilterGroupPatch,
        **options: Unpack[CallOptions],
    ) -> None:
        """Change an IP filter group. See `IpFilterGroups.update`."""
        return await self._call(_UPDATE, (environment_key, ip_filter_group_key), {}, body, options)
