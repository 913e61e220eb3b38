"""Environment entitlements: `odc.subscription.environment_entitlements`."""

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
    from .models import EntitlementUsage, EntitlementUsageByAsset, EnvironmentSubscription

_GET = Operation(
    "subscription.environment_entitlements.get",
    "GET",
    "/environments/{environmentKey}/entitlements",
    lambda data: models.EnvironmentSubscription.decode(data),
    permissions=("Stage > View stage", "Subscriptions > View subscription"),
)

_LIST_USAGE = Operation(
    "subscription.environment_entitlements.list_usage",
    "GET",
    "/environments/{environmentKey}/entitlements/usage",
    lambda data: decode_list(data, models.EntitlementUsage.decode),
    params=(
        Param("entitlementIds", kind="text[]", explode=False),
        Param("aggregations", kind="text[]", explode=False),
        Param("assetKeys", kind="text[]", explode=False),
    ),
    paging=Paging(limit=None, offset=None),
    permissions=("Stage > View stage", "Subscriptions > View subscription"),
)

_LIST_USAGE_BY_ASSET = Operation(
    "subscription.environment_entitlements.list_usage_by_asset",
    "GET",
    "/environments/{environmentKey}/entitlements/usage/by-asset",
    lambda data: decode_list(data, models.EntitlementUsageByAsset.decode),
    params=(
        Param("entitlementIds", kind="text[]", explode=False),
        Param("assetKeys", kind="text[]", explode=False),
        Param("limit", kind="int"),
        Param("offset", kind="int"),
        Param("aggregations", kind="text[]", explode=False),
    ),
    paging=Paging(),
    permissions=("Stage > View stage", "Subscriptions > View subscription"),
)


class EnvironmentEntitlements(Resource):
    """Environment entitlements; each method also takes the options of `CallOptions`."""

    def get(self, environment_key: UUID | str, **options: Unpack[CallOptions]) -> EnvironmentSubscription:
        """Get the entitlements and add-ons of an environment.

        Needs one of the permissions Stage > View stage; Subscriptions > View subscription. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
        """
        return self._call(_GET, (environment_key,), {}, None, options)

    def list_usage(
        self,
        environment_key: UUID | str,
        *,
        granularity: str | None = None,
        since: str | None = None,
        to: str | None = None,
        entitlement_ids: Sequence[str] | None = None,
        aggregations: Sequence[str] | None = None,
        asset_keys: Sequence[UUID | str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[EntitlementUsage]:
        """List how much of its entitlements an environment uses.

        Needs one of the permissions Stage > View stage; Subscriptions > View subscription. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
            granularity: Length of the intervals: summary (one for all, as if not given), hour, day or month.
            since: Start of the period, in ISO 8601.
            to: End of the period, in ISO 8601.
            entitlement_ids: Only these entitlements, such as applicationObjects or internalUsers.
            aggregations: How to sum up the measurements: Total, Max, P95, P90.
            asset_keys: Only usage by the assets with these keys.
        """
        return self._pages(
            _LIST_USAGE,
            (environment_key,),
            {
                "granularity": granularity,
                "since": since,
                "to": to,
                "entitlementIds": entitlement_ids,
                "aggregations": aggregations,
                "assetKeys": asset_keys,
            },
            None,
            options,
        )

    def list_usage_by_asset(
        self,
        environment_key: UUID | str,
        *,
        entitlement_ids: Sequence[str] | None = None,
        asset_keys: Sequence[UUID | str] | None = None,
        asset_name_contains: str | None = None,
        detail_key: str | None = None,
        detail_name_contains: str | None = None,
        sort: str | None = None,
        since: str | None = None,
        to: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        aggregations: Sequence[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[EntitlementUsageByAsset]:
        """List how much of an environment's entitlements each asset uses.

        Needs one of the permissions Stage > View stage; Subscriptions > View subscription. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
            entitlement_ids: Only these entitlements, such as applicationObjects or internalUsers.
            asset_keys: Only usage by the assets with these keys.
            asset_name_contains: Part of the asset's name to look for, in any case.
            detail_key: Only the detail with this key.
            detail_name_contains: Part of the detail's name to look for, in any case.
            sort: Entitlements to sort by, separated by commas; `-` in front sorts downwards.
            since: Start of the period, in ISO 8601.
            to: End of the period, in ISO 8601.
            limit: Assets per page; 100 if not given.
            offset: Index of the first asset to return; 0 if not given.
            aggregations: How to sum up the measurements: Total, Max, P95, P90.
        """
        return self._pages(
            _LIST_USAGE_BY_ASSET,
            (environment_key,),
            {
                "entitlementIds": entitlement_ids,
                "assetKeys": asset_keys,
                "assetName": asset_name_contains,
                "detailKey": detail_key,
                "detailName": detail_name_contains,
                "sortBy": sort,
                "since": since,
                "to": to,
                "limit": limit,
                "offset": offset,
                "aggregations": aggregations,
            },
            None,
            options,
        )


class AsyncEnvironmentEntitlements(AsyncResource):
    """Environment entitlements, to be awaited; each method also takes the options of `CallOptions`."""

    async def get(
        self, environment_key: UUID | str, **options: Unpack[CallOptions]
    ) -> EnvironmentSubscription:
        """Get the entitlements and add-ons of an environment. See `EnvironmentEntitlements.get`."""
        return await self._call(_GET, (environment_key,), {}, None, options)

    def list_usage(
        self,
        environment_key: UUID | str,
        *,
        granularity: str | None = None,
        since: str | None = None,
        to: str | None = None,
        entitlement_ids: Sequence[str] | None = None,
        aggregations: Sequence[str] | None = None,
        asset_keys: Sequence[UUID | str] | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[EntitlementUsage]:
        """List how much of its entitlements an environment uses. See `EnvironmentEntitlements.list_usage`."""
        return self._pages(
            _LIST_USAGE,
            (environment_key,),
            {
                "granularity": granularity,
                "since": since,
                "to": to,
                "entitlementIds": entitlement_ids,
                "aggregations": aggregations,
                "assetKeys": asset_keys,
            },
            None,
            options,
        )

    def list_usage_by_asset(
        self,
        environment_key: UUID | str,
        *,
        entitlement_ids: Sequence[str] | None = None,
        asset_keys: Sequence[UUID | str] | None = None,
        asset_name_contains: str | None = None,
        detail_key: str | None = None,
        detail_name_contains: str | None = None,
        sort: str | None = None,
        since: str | None = None,
        to: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        aggregations: Sequence[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[EntitlementUsageByAsset]:
        """List how much of an environment's entitlements each asset uses."""
        return self._pages(
            _LIST_USAGE_BY_ASSET,
            (environment_key,),
            {
                "entitlementIds": entitlement_ids,
                "assetKeys": asset_keys,
                "assetName": asset_name_contains,
                "detailKey": detail_key,
                "detailName": detail_name_contains,
                "sortBy": sort,
                "since": since,
                "to": to,
                "limit": limit,
                "offset": offset,
                "aggregations": aggregations,
            },
            None,
            options,
        )
