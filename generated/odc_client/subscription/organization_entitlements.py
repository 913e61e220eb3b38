"""Organization entitlements: `odc.subscription.organization_entitlements`."""

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
    from .models import EntitlementUsage, OrganizationSubscription

_GET = Operation(
    "subscription.organization_entitlements.get",
    "GET",
    "/organization/entitlements",
    lambda data: models.OrganizationSubscription.decode(data),
    permissions=("Subscriptions > View subscription",),
)

_LIST_USAGE = Operation(
    "subscription.organization_entitlements.list_usage",
    "GET",
    "/organization/entitlements/usage",
    lambda data: decode_list(data, models.EntitlementUsage.decode),
    params=(
        Param("entitlementIds", kind="text[]", explode=False),
        Param("aggregations", kind="text[]", explode=False),
        Param("assetKeys", kind="text[]", explode=False),
    ),
    paging=Paging(limit=None, offset=None),
    permissions=("Subscriptions > View subscription",),
)


class OrganizationEntitlements(Resource):
    """Organization entitlements; each method also takes the options of `CallOptions`."""

    def get(self, **options: Unpack[CallOptions]) -> OrganizationSubscription:
        """Get the subscription of the organization with its entitlements and add-ons.

        Needs the permission Subscriptions > View subscription. Raises NotFound.
        """
        return self._call(_GET, (), {}, None, options)

    def list_usage(
        self,
        *,
        granularity: str | None = None,
        since: str | None = None,
        to: str | None = None,
        entitlement_ids: Sequence[str] | None = None,
        aggregations: Sequence[str] | None = None,
        asset_keys: Sequence[UUID | str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[EntitlementUsage]:
        """List how much of its entitlements the organization uses.

        Needs the permission Subscriptions > View subscription.

        Args:
            granularity: Length of the intervals: summary (one for all, as if not given), hour, day or month.
            since: Start of the period, in ISO 8601.
            to: End of the period, in ISO 8601.
            entitlement_ids: Only these entitlements, such as applicationObjects or internalUsers.
            aggregations: How to sum up the measurements: Total, Max, P95, P90.
            asset_keys: Only usage by the assets with these keys.
        """
        return self._pages(
            _LIST_USAGE,
            (),
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


class AsyncOrganizationEntitlements(AsyncResource):
    """Organization entitlements, to be awaited; each method also takes the options of `CallOptions`."""

    async def get(self, **options: Unpack[CallOptions]) -> OrganizationSubscription:
        """Get the subscription of the organization with its entitlements and add-ons."""
        return await self._call(_GET, (), {}, None, options)

    def list_usage(
        self,
        *,
        granularity: str | None = None,
        since: str | None = None,
        to: str | None = None,
        entitlement_ids: Sequence[str] | None = None,
        aggregations: Sequence[str] | None = None,
        asset_keys: Sequence[UUID | str] | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[EntitlementUsage]:
        """List how much of its entitlements the organization uses."""
        return self._pages(
            _LIST_USAGE,
            (),
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
