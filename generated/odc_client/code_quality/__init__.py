"""Code Quality API, version v1: `odc.code_quality`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._runtime.call.api import Api as _Api
    from .._runtime.transport.async_ import AsyncTransport as _AsyncTransport
    from .._runtime.transport.sync import SyncTransport as _SyncTransport
    from .analysis_status import AnalysisStatus, AsyncAnalysisStatus
    from .asset_quality_metrics import AssetQualityMetrics, AsyncAssetQualityMetrics
    from .code_analyses import AsyncCodeAnalyses, CodeAnalyses
    from .findings import AsyncFindings, Findings
    from .models import *
    from .patterns import AsyncPatterns, Patterns
    from .revisions import AsyncRevisions, Revisions


class CodeQualityApi:
    """The resources of this API."""

    def __init__(self, api: _Api[_SyncTransport]) -> None:
        self._api = api

    @cached_property
    def analysis_status(self) -> AnalysisStatus:
        """Analysis status: get."""
        from .analysis_status import AnalysisStatus

        return AnalysisStatus(self._api)

    @cached_property
    def asset_quality_metrics(self) -> AssetQualityMetrics:
        """Asset quality metrics: list."""
        from .asset_quality_metrics import AssetQualityMetrics

        return AssetQualityMetrics(self._api)

    @cached_property
    def code_analyses(self) -> CodeAnalyses:
        """Code analyses: start, get, wait."""
        from .code_analyses import CodeAnalyses

        return CodeAnalyses(self._api)

    @cached_property
    def findings(self) -> Findings:
        """Findings: list, get_summary, get_trend."""
        from .findings import Findings

        return Findings(self._api)

    @cached_property
    def patterns(self) -> Patterns:
        """Patterns: list, get."""
        from .patterns import Patterns

        return Patterns(self._api)

    @cached_property
    def revisions(self) -> Revisions:
        """Revisions: get_analysis_summary."""
        from .revisions import Revisions

        return Revisions(self._api)


class AsyncCodeQualityApi:
    """The resources of this API, to be awaited."""

    def __init__(self, api: _Api[_AsyncTransport]) -> None:
        self._api = api

    @cached_property
    def analysis_status(self) -> AsyncAnalysisStatus:
        """Analysis status: get."""
        from .analysis_status import AsyncAnalysisStatus

        return AsyncAnalysisStatus(self._api)

    @cached_property
    def asset_quality_metrics(self) -> AsyncAssetQualityMetrics:
        """Asset quality metrics: list."""
        from .asset_quality_metrics import AsyncAssetQualityMetrics

        return AsyncAssetQualityMetrics(self._api)

    @cached_property
    def code_analyses(self) -> AsyncCodeAnalyses:
        """Code analyses: start, get, wait."""
        from .code_analyses import AsyncCodeAnalyses

        return AsyncCodeAnalyses(self._api)

    @cached_property
    def findings(self) -> AsyncFindings:
        """Findings: list, get_summary, get_trend."""
        from .findings import AsyncFindings

        return AsyncFindings(self._api)

    @cached_property
    def patterns(self) -> AsyncPatterns:
        """Patterns: list, get."""
        from .patterns import AsyncPatterns

        return AsyncPatterns(self._api)

    @cached_property
    def revisions(self) -> AsyncRevisions:
        """Revisions: get_analysis_summary."""
        from .revisions import AsyncRevisions

        return AsyncRevisions(self._api)


def __getattr__(name: str) -> object:
    """Import a model when it is first asked for."""
    from importlib import import_module  # `from . import models` would ask this function for it first

    return getattr(import_module(f"{__name__}.models"), name)


def __dir__() -> list[str]:
    """List the classes of this API and its models, loaded or not."""
    from importlib import import_module

    return sorted(("CodeQualityApi", "AsyncCodeQualityApi", *import_module(f"{__name__}.models").__all__))
