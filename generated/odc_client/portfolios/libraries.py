"""Libraries: `odc.portfolios.libraries`."""

from __future__ import annotations

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
    from .models import Library, LibraryRevisionFilter

_LIST = Operation(
    "portfolios.libraries.list",
    "GET",
    "/libraries",
    lambda data: decode_list(data, models.Library.decode),
    params=(
        Param("limit", kind="int"),
        Param("offset", kind="int"),
        Param("key", kind="text[]", explode=False),
        Param("type", kind="text[]"),
        Param("sort", kind="text[]"),
    ),
    paging=Paging(),
    permissions=("at least one permission",),
)


class Libraries(Resource):
    """Libraries; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        limit: int | None = None,
        offset: int | None = None,
        asset_keys: Sequence[UUID | str] | None = None,
        asset_types: Sequence[str] | None = None,
        name_contains: str | None = None,
        permission_filter: str | None = None,
        sort: Sequence[str] | None = None,
        portfolio_key: UUID | str | None = None,
        revisions: LibraryRevisionFilter | str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Library]:
        """List libraries with their revisions.

        Needs the permission at least one permission. Raises BadRequest, UnprocessableEntity.

        Args:
            limit: Items per page; 100 if not given.
            offset: Index of the first item to return; 0 if not given.
            asset_keys: Only the libraries with these keys.
            asset_types: Only libraries of these types, such as LowCodeLibrary or ExternalLibrary.
            name_contains: Part of the name to look for, in any case.
            permission_filter: Only assets on which the API client has this permission, such as AppDeploy or
                AppDeploy.<environment key>.
            sort: Field and direction, such as Name:asc or PublishDateTime:desc.
            portfolio_key: Only libraries of this portfolio.
            revisions: Which revisions of each library to return; the latest if not given.
        """
        return self._pages(
            _LIST,
            (),
            {
                "limit": limit,
                "offset": offset,
                "key": asset_keys,
                "type": asset_types,
                "nameContains": name_contains,
                "permissionFilter": permission_filter,
                "sort": sort,
                "portfolioKey": portfolio_key,
                "revisions": revisions,
            },
            None,
            options,
        )


class AsyncLibraries(AsyncResource):
    """Libraries, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        limit: int | None = None,
        offset: int | None = None,
        asset_keys: Sequence[UUID | str] | None = None,
        asset_types: Sequence[str] | None = None,
        name_contains: str | None = None,
        permission_filter: str | None = None,
        sort: Sequence[str] | None = None,
        portfolio_key: UUID | str | None = None,
        revisions: LibraryRevisionFilter | str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[Library]:
        """List libraries with their revisions. See `Libraries.list`."""
        return self._pages(
            _LIST,
            (),
            {
                "limit": limit,
                "offset": offset,
                "key": asset_keys,
                "type": asset_types,
                "nameContains": name_contains,
                "permissionFilter": permission_filter,
                "sort": sort,
                "portfolioKey": portfolio_key,
                "revisions": revisions,
            },
            None,
            options,
        )
