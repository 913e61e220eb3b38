"""Findings: `odc.code_quality.findings`."""

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
    from .models import (
        AssetType,
        Finding,
        FindingCategory,
        FindingSeverity,
        FindingsSummary,
        FindingsTrendPoint,
    )

_LIST = Operation(
    "code_quality.findings.list",
    "GET",
    "/findings",
    lambda data: decode_list(data, models.Finding.decode),
    params=(
        Param("AssetKeys", kind="text[]"),
        Param("IsLatest", kind="bool"),
        Param("Sort", kind="text[]"),
        Param("Fields", kind="text[]"),
        Param("Categories", kind="text[]"),
        Param("Status", kind="text[]"),
        Param("AssetType", kind="text[]"),
        Param("Severities", kind="text[]"),
        Param("PatternIds", kind="text[]"),
        Param("Limit", kind="int"),
        Param("Offset", kind="int"),
        Param("CreatedBy", kind="text[]"),
    ),
    paging=Paging(limit="Limit", offset="Offset"),
    permissions=("Analyze > View Code Quality findings",),
)

_GET_SUMMARY = Operation(
    "code_quality.findings.get_summary",
    "GET",
    "/findings-summary",
    lambda data: models.FindingsSummary.decode(data),
    params=(
        Param("AssetKeys", kind="text[]"),
        Param("GroupBy", kind="text[]"),
        Param("FetchChange", kind="bool"),
        Param("Categories", kind="text[]"),
        Param("Severities", kind="text[]"),
        Param("Limit", kind="int"),
        Param("Offset", kind="int"),
    ),
    permissions=("Analyze > View Code Quality findings",),
)

_LIST_TREND = Operation(
    "code_quality.findings.list_trend",
    "GET",
    "/findings-trend",
    lambda data: decode_list(data, models.FindingsTrendPoint.decode),
    params=(
        Param("AssetKeys", kind="text[]"),
        Param("Categories", kind="text[]"),
        Param("Severities", kind="text[]"),
        Param("Limit", kind="int"),
        Param("Offset", kind="int"),
    ),
    paging=Paging(limit="Limit", offset="Offset"),
    permissions=("Analyze > View Code Quality findings",),
)


class Findings(Resource):
    """Findings; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        asset_keys: Sequence[UUID | str] | None = None,
        is_latest: bool | None = None,
        sort: Sequence[str] | None = None,
        fields: Sequence[str] | None = None,
        categories: Sequence[FindingCategory | str] | None = None,
        status: Sequence[str] | None = None,
        asset_types: Sequence[AssetType | str] | None = None,
        severities: Sequence[FindingSeverity | str] | None = None,
        pattern_ids: Sequence[str] | None = None,
        since: str | None = None,
        to: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        portfolio_key: UUID | str | None = None,
        created_by: Sequence[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Finding]:
        """List findings.

        Needs the permission Analyze > View Code Quality findings. Raises NotFound.

        Args:
            asset_keys: Only the assets with these keys.
            is_latest: Whether to return only what the latest analysis found.
            sort: Fields to sort by, such as elementName; `-` in front sorts downwards.
            fields: Fields to return of each finding; all if not given.
            categories: Only findings of these categories.
            status: Only findings in these states.
            asset_types: Only assets of these types.
            severities: Only findings of these severities.
            pattern_ids: Only findings of these patterns.
            since: Start of the period, in ISO 8601; 14 days before its end if not given.
            to: End of the period, in ISO 8601; now if not given.
            limit: Items per page: 1 to 1000.
            offset: Index of the first item to return; 0 if not given.
            portfolio_key: Only assets of this portfolio.
            created_by: Only findings that these users brought in, by their keys.
        """
        return self._pages(
            _LIST,
            (),
            {
                "AssetKeys": asset_keys,
                "IsLatest": is_latest,
                "Sort": sort,
                "Fields": fields,
                "Categories": categories,
                "Status": status,
                "AssetType": asset_types,
                "Severities": severities,
                "PatternIds": pattern_ids,
                "Since": since,
                "To": to,
                "Limit": limit,
                "Offset": offset,
                "PortfolioKey": portfolio_key,
                "CreatedBy": created_by,
            },
            None,
            options,
        )

    def get_summary(
        self,
        *,
        asset_keys: Sequence[UUID | str] | None = None,
        group_by: Sequence[str] | None = None,
        fetch_change: bool | None = None,
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
    ) -> FindingsSummary:
        """Count findings in nested groups, by default over the last 14 days.

        Needs the permission Analyze > View Code Quality findings. Raises NotFound.

        Args:
            asset_keys: Only the assets with these keys.
            group_by: Groups from the outermost to the innermost, such as Category, Status, Severity.
            fetch_change: Whether to add the difference to the analysis before.
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
        return self._call(
            _GET_SUMMARY,
            (),
            {
                "AssetKeys": asset_keys,
                "GroupBy": group_by,
                "FetchChange": fetch_change,
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

    def list_trend(
        self,
        *,
        asset_keys: Sequence[UUID | str] | None = None,
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
    ) -> Pager[FindingsTrendPoint]:
        """List the number of findings day by day.

        Needs the permission Analyze > View Code Quality findings. Raises NotFound.

        Args:
            asset_keys: Only the assets with these keys.
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
            _LIST_TREND,
            (),
            {
                "AssetKeys": asset_keys,
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


class AsyncFindings(AsyncResource):
    """Findings, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        asset_keys: Sequence[UUID | str] | None = None,
        is_latest: bool | None = None,
        sort: Sequence[str] | None = None,
        fields: Sequence[str] | None = None,
        categories: Sequence[FindingCategory | str] | None = None,
        status: Sequence[str] | None = None,
        asset_types: Sequence[AssetType | str] | None = None,
        severities: Sequence[FindingSeverity | str] | None = None,
        pattern_ids: Sequence[str] | None = None,
        since: str | None = None,
        to: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        portfolio_key: UUID | str | None = None,
        created_by: Sequence[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[Finding]:
        """List findings. See `Findings.list`."""
        return self._pages(
            _LIST,
            (),
            {
                "AssetKeys": asset_keys,
                "IsLatest": is_latest,
                "Sort": sort,
                "Fields": fields,
                "Categories": categories,
                "Status": status,
                "AssetType": asset_types,
                "Severities": severities,
                "PatternIds": pattern_ids,
                "Since": since,
                "To": to,
                "Limit": limit,
                "Offset": offset,
                "PortfolioKey": portfolio_key,
                "CreatedBy": created_by,
            },
            None,
            options,
        )

    async def get_summary(
        self,
        *,
        asset_keys: Sequence[UUID | str] | None = None,
        group_by: Sequence[str] | None = None,
        fetch_change: bool | None = None,
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
    ) -> FindingsSummary:
        """Count findings in nested groups, by default over the last 14 days. See `Findings.get_summary`."""
        return await self._call(
            _GET_SUMMARY,
            (),
            {
                "AssetKeys": asset_keys,
                "GroupBy": group_by,
                "FetchChange": fetch_change,
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

    def list_trend(
        self,
        *,
        asset_keys: Sequence[UUID | str] | None = None,
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
    ) -> AsyncPager[FindingsTrendPoint]:
        """List the number of findings day by day. See `Findings.list_trend`."""
        return self._pages(
            _LIST_TREND,
            (),
            {
                "AssetKeys": asset_keys,
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
