"""Revisions: `odc.code_quality.revisions`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation
from .._runtime.kernel.parameter import Param
from . import models

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.policy.options import CallOptions
    from .models import AnalysisSummary

_GET_ANALYSIS_SUMMARY = Operation(
    "code_quality.revisions.get_analysis_summary",
    "GET",
    "/assets/{assetKey}/revisions/{revision}/analysis-summary",
    lambda data: models.AnalysisSummary.decode(data),
    params=(Param("revision", "path", kind="int"),),
    permissions=("Analyze > View Code Quality findings",),
)


class Revisions(Resource):
    """Revisions; each method also takes the options of `CallOptions`."""

    def get_analysis_summary(
        self, asset_key: UUID | str, revision: int, **options: Unpack[CallOptions]
    ) -> AnalysisSummary:
        """Get the score and the number of findings of a revision; not found until it was analysed.

        Needs the permission Analyze > View Code Quality findings. Raises NotFound.

        Args:
            asset_key: Key of the asset.
            revision: Number of the revision.
        """
        return self._call(_GET_ANALYSIS_SUMMARY, (asset_key, revision), {}, None, options)


class AsyncRevisions(AsyncResource):
    """Revisions, to be awaited; each method also takes the options of `CallOptions`."""

    async def get_analysis_summary(
        self, asset_key: UUID | str, revision: int, **options: Unpack[CallOptions]
    ) -> AnalysisSummary:
        """Get the score and the number of findings of a revision; not found until it was analysed."""
        return await self._call(_GET_ANALYSIS_SUMMARY, (asset_key, revision), {}, None, options)
