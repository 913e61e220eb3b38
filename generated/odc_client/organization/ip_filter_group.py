"""Ip filter group: `odc.organization.ip_filter_group`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation
from . import models

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.policy.options import CallOptions
    from .models import PlatformIpFilterGroup

_GET = Operation(
    "organization.ip_filter_group.get",
    "GET",
    "/ip-filter-group",
    lambda data: models.PlatformIpFilterGroup.decode(data),
    permissions=("Organization management > Manage Organization",),
)


class IpFilterGroup(Resource):
    """Ip filter group; each method also takes the options of `CallOptions`."""

    def get(self, **options: Unpack[CallOptions]) -> PlatformIpFilterGroup:
        """Get the rules on which addresses may reach the platform.

        Needs the permission Organization management > Manage Organization. Raises BadRequest, NotFound.
        """
        return self._call(_GET, (), {}, None, options)


class AsyncIpFilterGroup(AsyncResource):
    """Ip filter group, to be awaited; each method also takes the options of `CallOptions`."""

    async def get(self, **options: Unpack[CallOptions]) -> PlatformIpFilterGroup:
        """Get the rules on which addresses may reach the platform. See `IpFilterGroup.get`."""
        return await self._call(_GET, (), {}, None, options)
