"""Deletion analyses: `odc.dependency_management.deletion_analyses`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Poll
from . import models

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from .._runtime.policy.options import CallOptions, PollOptions
    from .models import DeletionAnalysis, StartedAnalysis

_START = Operation(
    "dependency_management.deletion_analyses.start",
    "POST",
    "/deletion-analyses",
    lambda data: models.StartedAnalysis.decode(data),
    permissions=("Asset management > Delete",),
)

_GET = Operation(
    "dependency_management.deletion_analyses.get",
    "GET",
    "/deletion-analyses/{analysisKey}",
    lambda data: models.DeletionAnalysis.decode(data),
)
_GET__POLL = Poll(done=("Finished",), failed=("Failed",), status="processStatus")


class DeletionAnalyses(Resource):
    """Deletion analyses; each method also takes the options of `CallOptions`."""

    def start(self, *, asset_key: str, **options: Unpack[CallOptions]) -> StartedAnalysis:
        """Start analysing what the deletion of an asset would break.

        Needs the permission Asset management > Delete.

        Args:
            asset_key: Asset to delete.
        """
        body = models.DeletionAnalysisCreate(asset_key=asset_key)
        return self._call(_START, (), {}, body, options)

    def get(self, analysis_key: str, **options: Unpack[CallOptions]) -> DeletionAnalysis:
        """Get the state of an analysis and, when it has finished, its report.

        Raises NotFound.

        Args:
            analysis_key: Key of the analysis.
        """
        return self._call(_GET, (analysis_key,), {}, None, options)

    def wait(
        self,
        analysis_key: str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[DeletionAnalysis], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> DeletionAnalysis:
        """Poll until it has ended and return its last state, within `timeout` seconds in all.

        `on_progress` is called with each state on the way; a failure raises `OperationFailed`.
        """
        return self._wait(_GET, _GET__POLL, (analysis_key,), {}, timeout, on_progress, options)


class AsyncDeletionAnalyses(AsyncResource):
    """Deletion analyses, to be awaited; each method also takes the options of `CallOptions`."""

    async def start(self, *, asset_key: str, **options: Unpack[CallOptions]) -> StartedAnalysis:
        """Start analysing what the deletion of an asset would break. See `DeletionAnalyses.start`."""
        body = models.DeletionAnalysisCreate(asset_key=asset_key)
        return await self._call(_START, (), {}, body, options)

    async def get(self, analysis_key: str, **options: Unpack[CallOptions]) -> DeletionAnalysis:
        """Get the state of an analysis and, when it has finished, its report. See `DeletionAnalyses.get`."""
        return await self._call(_GET, (analysis_key,), {}, None, options)

    async def wait(
        self,
        analysis_key: str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[DeletionAnalysis], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> DeletionAnalysis:
        """Poll until it has ended. See `DeletionAnalyses.wait`."""
        return await self._wait(_GET, _GET__POLL, (analysis_key,), {}, timeout, on_progress, options)
