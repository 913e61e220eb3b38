"""Asset quality metrics: `odc.code_quality.asset_quality_metrics`."""

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
    from .models import AssetQuality, FindingCategory, FindingSeverity, FindingStatus

_LIST = Operation(
    "code_quality.asset_quality_metrics.list",
    "GET",
    "/assets-quality-metrics",
    lambda data: decode_list(data, models.AssetQuality.decode),
    params=(
        Param("AssetKeys", kind="text[]"),
        Param("Sort", kind="text[]"),
        Param("Status", kind="text[]"),
        Param("Categories", kind="text[]"),
        Param("Severities", kind="text[]"),
        Param("Limit", kind="int"),
        Param("Offset", kind="int"),
    ),
    paging=Paging(limit="Limit", offset="Offset"),
    permissions=("Analyze > View Code Quality findings",),
)


class AssetQualityMetrics(Resource):
    """Asset quality metrics; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        asset_keys: Sequence[UUID | str] | None = None,
        sort: Sequence[str] | None = None,
        status: Sequence[FindingStatus | str] | None = None,
        asset_type: str | None = None,
        categories: Sequence[FindingCategory | str] | None = None,
        severities: Sequence[FindingSeverity | str] | None = None,
        since: str | None = None,
        to: str | None = None,
        score_ranges: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        portfolio_key: UUID | str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[AssetQuality]:
        """List assets with their scores and their number of findings.

        Needs the permission Analyze > View Code Quality findings. Raises NotFound.

        Args:
            asset_keys: Only the assets with these keys.
            sort: Fields to sort by, such as AssetName; `-` in front sorts downwards.
            status: Only findings in these states.
            asset_type: Only assets of this type.
            categories: Only findings of these categories.
            severities: Only findings of these severities.
            since: Start of the period, in ISO 8601; 14 days before its end if not given.
            to: End of the period, in ISO 8601; now if not given.
            score_ranges: Only assets with a score in one of these ranges, such as 0-49,85-100.
            limit: Items per page: 1 to 1000.
            offset: Index of the first item to return; 0 if not given.
            portfolio_key: Only assets of this portfolio.
        """
        return self._pages(
            _LIST,
            (),
            {
                "AssetKeys": asset_keys,
                "Sort": sort,
                "Status": status,
                "AssetType": asset_type,
                "Categories": categories,
                "Severities": severities,
                "Since": since,
                "To": to,
                "ScoreRanges": score_ranges,
                "Limit": limit,
                "Offset": offset,
                "PortfolioKey": portfolio_key,
            },
            None,
            options,
        )


class AsyncAssetQualityMetrics(AsyncResource):
    """Asset quality metrics, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        asset_keys: Sequence[UUID | str] | None = None,
        sort: Sequence[str] | None = None,
        status: Sequence[FindingStatus | str] | None = None,
        asset_type: str | None = None,
        categories: Sequence[FindingCategory | str] | None = None,
        severities: Sequence[FindingSeverity | str] | None = None,
        since: str | None = None,
        to: str | None = None,
        score_ranges: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        portfolio_key: UUID | str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[AssetQuality]:
        """List assets with their scores and their number of findings. See `AssetQualityMetrics.list`."""
        return self._pages(
            _LIST,
            (),
            {
                "AssetKeys": asset_keys,
                "Sort": sort,
                "Status": status,
                "AssetType": asset_type,
                "Categories": categories,
                "Severities": severities,
                "Since": since,
                "To": to,
                "ScoreRanges": score_ranges,
                "Limit": limit,
                "Offset": offset,
                "PortfolioKey": portfolio_key,
            },
            None,
            options,
        )
