"""Models and enums of this API; the file of each is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .analysis_overview import (
        AnalysisOverview,
        AnalysisRuns,
        LastSuccessfulAnalysis,
        LatestAnalysis,
        NextAnalysis,
    )
    from .analysis_summary import AnalysisSummary
    from .asset_quality import AssetQuality, FindingsChange, ScoreChange
    from .asset_type import AssetType
    from .code_analysis import CodeAnalysis, RevisionFinding
    from .code_analysis_create import CodeAnalysisCreate
    from .element_path_step import ElementPathStep
    from .finding import Finding
    from .finding_category import FindingCategory
    from .finding_severity import FindingSeverity
    from .finding_status import FindingStatus
    from .findings_breakdown import CategoryBreakdown, FindingsBreakdown, SeverityBreakdown
    from .findings_summary import FindingsSummary, FindingsTotal
    from .findings_trend_point import FindingsTrendPoint
    from .pattern import Pattern
    from .started_code_analysis import StartedCodeAnalysis

_HOMES = {
    "AnalysisOverview": ".analysis_overview",
    "AnalysisRuns": ".analysis_overview",
    "AnalysisSummary": ".analysis_summary",
    "AssetQuality": ".asset_quality",
    "AssetType": ".asset_type",
    "CategoryBreakdown": ".findings_breakdown",
    "CodeAnalysis": ".code_analysis",
    "CodeAnalysisCreate": ".code_analysis_create",
    "ElementPathStep": ".element_path_step",
    "Finding": ".finding",
    "FindingCategory": ".finding_category",
    "FindingSeverity": ".finding_severity",
    "FindingStatus": ".finding_status",
    "FindingsBreakdown": ".findings_breakdown",
    "FindingsChange": ".asset_quality",
    "FindingsSummary": ".findings_summary",
    "FindingsTotal": ".findings_summary",
    "FindingsTrendPoint": ".findings_trend_point",
    "LastSuccessfulAnalysis": ".analysis_overview",
    "LatestAnalysis": ".analysis_overview",
    "NextAnalysis": ".analysis_overview",
    "Pattern": ".pattern",
    "RevisionFinding": ".code_analysis",
    "ScoreChange": ".asset_quality",
    "SeverityBreakdown": ".findings_breakdown",
    "StartedCodeAnalysis": ".started_code_analysis",
}

__all__ = [
    "AnalysisOverview",
    "AnalysisRuns",
    "AnalysisSummary",
    "AssetQuality",
    "AssetType",
    "CategoryBreakdown",
    "CodeAnalysis",
    "CodeAnalysisCreate",
    "ElementPathStep",
    "Finding",
    "FindingCategory",
    "FindingSeverity",
    "FindingStatus",
    "FindingsBreakdown",
    "FindingsChange",
    "FindingsSummary",
    "FindingsTotal",
    "FindingsTrendPoint",
    "LastSuccessfulAnalysis",
    "LatestAnalysis",
    "NextAnalysis",
    "Pattern",
    "RevisionFinding",
    "ScoreChange",
    "SeverityBreakdown",
    "StartedCodeAnalysis",
]


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the names, loaded or not."""
    return sorted(__all__)
