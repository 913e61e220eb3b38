"""Deployment analyses: `odc.dependency_management.deployment_analyses`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Poll
from . import models

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from .._runtime.policy.options import CallOptions, PollOptions
    from .models import DeploymentAnalysis, StartedAnalysis

_START = Operation(
    "dependency_management.deployment_analyses.start",
    "POST",
    "/deployment-analyses",
    lambda data: models.StartedAnalysis.decode(data),
    permissions=("Release management > Deploy assets",),
)

_GET = Operation(
    "dependency_management.deployment_analyses.get",
    "GET",
    "/deployment-analyses/{analysisKey}",
    lambda data: models.DeploymentAnalysis.decode(data),
)
_GET__POLL = Poll(done=("Finished",), failed=("Failed",), status="processStatus")


class DeploymentAnalyses(Resource):
    """Deployment analyses; each method also takes the options of `CallOptions`."""

    def start(
        self, *, asset_key: str, environment_key: str, revision: int, **options: Unpack[CallOptions]
    ) -> StartedAnalysis:
        """Start analysing what the deployment of a revision to an environment would break.

        Needs the permission Release management > Deploy assets.

        Args:
            asset_key: Asset to deploy.
            environment_key: Environment to deploy to.
            revision: Revision to deploy.
        """
        body = models.DeploymentAnalysisCreate(
            asset_key=asset_key, environment_key=environment_key, revision=revision
        )
        return self._call(_START, (), {}, body, options)

    def get(self, analysis_key: str, **options: Unpack[CallOptions]) -> DeploymentAnalysis:
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
        on_progress: Callable[[DeploymentAnalysis], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> DeploymentAnalysis:
        """Poll until it has ended and return its last state, within `timeout` seconds in all.

        `on_progress` is called with each state on the way; a failure raises `OperationFailed`.
        """
        return self._wait(_GET, _GET__POLL, (analysis_key,), {}, timeout, on_progress, options)


class AsyncDeploymentAnalyses(AsyncResource):
    """Deployment analyses, to be awaited; each method also takes the options of `CallOptions`."""

    async def start(
        self, *, asset_key: str, environment_key: str, revision: int, **options: Unpack[CallOptions]
    ) -> StartedAnalysis:
        """Start analysing what the deployment of a revision to an environment would break."""
        body = models.DeploymentAnalysisCreate(
            asset_key=asset_key, environment_key=environment_key, revision=revision
        )
        return await self._call(_START, (), {}, body, options)

    async def get(self, analysis_key: str, **options: Unpack[CallOptions]) -> DeploymentAnalysis:
        """Get the state of an analysis and, when it has finished, its report."""
        return await self._call(_GET, (analysis_key,), {}, None, options)

    async def wait(
        self,
        analysis_key: str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[DeploymentAnalysis], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> DeploymentAnalysis:
        """Poll until it has ended. See `DeploymentAnalyses.wait`."""
        return await self._wait(_GET, _GET__POLL, (analysis_key,), {}, timeout, on_progress, options)
