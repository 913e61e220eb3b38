"""Code analyses: `odc.code_quality.code_analyses`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Poll
from . import models

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from .._runtime.policy.options import CallOptions, PollOptions
    from .models import CodeAnalysis, StartedCodeAnalysis

_START = Operation(
    "code_quality.code_analyses.start",
    "POST",
    "/code-analyses",
    lambda data: models.StartedCodeAnalysis.decode(data),
    permissions=("Analyze > Manage code quality findings",),
)

_GET = Operation(
    "code_quality.code_analyses.get",
    "GET",
    "/code-analyses/{analysisKey}",
    lambda data: models.CodeAnalysis.decode(data),
    permissions=("Analyze > View Code Quality findings",),
)
_GET__POLL = Poll(done=("Completed",), failed=("Failed", "Timeout"), missing_ok=True)


class CodeAnalyses(Resource):
    """Code analyses; each method also takes the options of `CallOptions`."""

    def start(
        self, *, asset_key: str, asset_revision: int, **options: Unpack[CallOptions]
    ) -> StartedCodeAnalysis:
        """Start an analysis of a revision of an asset.

        Needs the permission Analyze > Manage code quality findings. Raises NotFound.

        Args:
            asset_key: Asset to analyse.
            asset_revision: Revision to analyse.
        """
        body = models.CodeAnalysisCreate(asset_key=asset_key, asset_revision=asset_revision)
        return self._call(_START, (), {}, body, options)

    def get(
        self,
        analysis_key: UUID | str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> CodeAnalysis:
        """Get the state of an analysis and, when it has ended, its score and findings.

        Needs the permission Analyze > View Code Quality findings. Raises NotFound.

        Args:
            analysis_key: Key of the analysis.
            limit: Findings to return at most.
            offset: Index of the first finding to return.
        """
        return self._call(_GET, (analysis_key,), {"Limit": limit, "Offset": offset}, None, options)

    def wait(
        self,
        analysis_key: UUID | str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        timeout: float = 900.0,
        on_progress: Callable[[CodeAnalysis], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> CodeAnalysis:
        """Poll until it has ended and return its last state, within `timeout` seconds in all.

        `on_progress` is called with each state on the way; a failure raises `OperationFailed`.
        """
        return self._wait(
            _GET,
            _GET__POLL,
            (analysis_key,),
            {"Limit": limit, "Offset": offset},
            timeout,
            on_progress,
            options,
        )


class AsyncCodeAnalyses(AsyncResource):
    """Code analyses, to be awaited; each method also takes the options of `CallOptions`."""

    async def start(
        self, *, asset_key: str, asset_revision: int, **options: Unpack[CallOptions]
    ) -> StartedCodeAnalysis:
        """Start an analysis of a revision of an asset. See `CodeAnalyses.start`."""
        body = models.CodeAnalysisCreate(asset_key=asset_key, asset_revision=asset_revision)
        return await self._call(_START, (), {}, body, options)

    async def get(
        self,
        analysis_key: UUID | str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> CodeAnalysis:
        """Get the state of an analysis and, when it has ended, its score and findings."""
        return await self._call(_GET, (analysis_key,), {"Limit": limit, "Offset": offset}, None, options)

    async def wait(
        self,
        analysis_key: UUID | str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        timeout: float = 900.0,
        on_progress: Callable[[CodeAnalysis], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> CodeAnalysis:
        """Poll until it has ended. See `CodeAnalyses.wait`."""
        return await self._wait(
            _GET,
            _GET__POLL,
            (analysis_key,),
            {"Limit": limit, "Offset": offset},
            timeout,
            on_progress,
            options,
        )
