"""Deployed assets: `odc.portfolios.deployed_assets`."""

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
    from .models import DeployedAsset

_LIST = Operation(
    "portfolios.deployed_assets.list",
    "GET",
    "/deployed-assets",
    lambda data: decode_list(data, models.DeployedAsset.decode),
    params=(
        Param("environmentKey", kind="text[]", explode=False),
        Param("key", kind="text[]", explode=False),
        Param("type", kind="text[]"),
        Param("limit", kind="int"),
        Param("offset", kind="int"),
    ),
    paging=Paging(),
    permissions=("Stage > View stage",),
)


class DeployedAssets(Resource):
    """Deployed assets; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        portfolio_key: UUID | str | None = None,
        environment_keys: Sequence[UUID | str] | None = None,
        asset_keys: Sequence[UUID | str] | None = None,
        asset_types: Sequence[str] | None = None,
        name_contains: str | None = None,
        permission_filter: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        sort: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[DeployedAsset]:
        """List assets with where and since when they are deployed.

        Needs the permission Stage > View stage. Raises BadRequest, UnprocessableEntity.

        Args:
            portfolio_key: Only assets deployed in this portfolio.
            environment_keys: Only assets deployed to these environments.
            asset_keys: Only the assets with these keys.
            asset_types: Only assets of these types: WebApplication, MobileApplication, Workflow, Agent.
            name_contains: Part of the name to look for, in any case.
            permission_filter: Only assets on which the API client has this permission, such as AppDeploy or
                AppDeploy.<environment key>.
            limit: Items per page; 100 if not given.
            offset: Index of the first item to return; 0 if not given.
            sort: Fields to sort by, such as -deployments[<environment key>].deploymentDateTime.
        """
        return self._pages(
            _LIST,
            (),
            {
                "portfolioKey": portfolio_key,
                "environmentKey": environment_keys,
                "key": asset_keys,
                "type": asset_types,
                "nameContains": name_contains,
                "permissionFilter": permission_filter,
                "limit": limit,
                "offset": offset,
                "sort": sort,
            },
            None,
            options,
        )


class AsyncDeployedAssets(AsyncResource):
    """Deployed assets, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        portfolio_key: UUID | str | None = None,
        environment_keys: Sequence[UUID | str] | None = None,
        asset_keys: Sequence[UUID | str] | None = None,
        asset_types: Sequence[str] | None = None,
        name_contains: str | None = None,
        permission_filter: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        sort: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[DeployedAsset]:
        """List assets with where and since when they are deployed. See `DeployedAssets.list`."""
        return self._pages(
            _LIST,
            (),
            {
                "portfolioKey": portfolio_key,
                "environmentKey": environment_keys,
                "key": asset_keys,
                "type": asset_types,
                "nameContains": name_contains,
                "permissionFilter": permission_filter,
                "limit": limit,
                "offset": offset,
                "sort": sort,
            },
            None,
            options,
        )
