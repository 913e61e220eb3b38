"""Analysis status: `odc.code_quality.analysis_status`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation
from . import models

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.policy.options import CallOptions
    from .models import AnalysisOverview

_GET = Operation(
    "code_quality.analysis_status.get",
    "GET",
    "/analysis-status",
    lambda data: models.AnalysisOverview.decode(data),
    permissions=("Analyze > View Code Quality findings",),
)


class AnalysisStatus(Resource):
    """Analysis status; each method also takes the options of `CallOptions`."""

    def get(
        self, *, portfolio_key: UUID | str | None = None, **options: Unpack[CallOptions]
    ) -> AnalysisOverview:
        """Get when the last analyses ran and when the next one will.

        Needs the permission Analyze > View Code Quality findings. Raises NotFound.

        Args:
            portfolio_key: Only analyses of this portfolio.
        """
        return self._call(_GET, (), {"portfolioKey": portfolio_key}, None, options)


class AsyncAnalysisStatus(AsyncResource):
    """Analysis status, to be awaited; each method also takes the options of `CallOptions`."""

    async def get(
        self, *, portfolio_key: UUID | str | None = None, **options: Unpack[CallOptions]
    ) -> AnalysisOverview:
        """Get when the last analyses ran and when the next one will. See `AnalysisStatus.get`."""
        return await self._call(_GET, (), {"portfolioKey": portfolio_key}, None, options)
