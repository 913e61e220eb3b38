"""Permissions: `odc.identity.permissions`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging
from .._runtime.kernel.parameter import Param
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.policy.options import CallOptions
    from .models import Permission

_LIST = Operation(
    "identity.permissions.list",
    "GET",
    "/permissions",
    lambda data: decode_list(data, models.Permission.decode),
    params=(Param("limit", kind="int"), Param("offset", kind="int")),
    paging=Paging(),
    permissions=("at least one permission",),
)

_GET = Operation(
    "identity.permissions.get",
    "GET",
    "/permissions/{key}",
    lambda data: models.Permission.decode(data),
    permissions=("at least one permission",),
)


class Permissions(Resource):
    """Permissions; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        name_contains: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Permission]:
        """List the permissions that organization roles can be made of.

        Needs the permission at least one permission. Raises BadRequest.

        Args:
            name_contains: Part of the name to look for.
            limit: Items per page: 1 to 100, 100 if not given.
            offset: Index of the first item to return; 0 if not given.
        """
        return self._pages(
            _LIST, (), {"nameContains": name_contains, "limit": limit, "offset": offset}, None, options
        )

    def get(self, key: UUID | str, **options: Unpack[CallOptions]) -> Permission:
        """Get one permission.

        Needs the permission at least one permission. Raises BadRequest, NotFound.

        Args:
            key: Key of the permission.
        """
        return self._call(_GET, (key,), {}, None, options)


class AsyncPermissions(AsyncResource):
    """Permissions, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        name_contains: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[Permission]:
        """List the permissions that organization roles can be made of. See `Permissions.list`."""
        return self._pages(
            _LIST, (), {"nameContains": name_contains, "limit": limit, "offset": offset}, None, options
        )

    async def get(self, key: UUID | str, **options: Unpack[CallOptions]) -> Permission:
        """Get one permission. See `Permissions.get`."""
        return await self._call(_GET, (key,), {}, None, options)
