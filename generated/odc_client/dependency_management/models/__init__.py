"""Models and enums of this API; the file of each is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .analysis_type import AnalysisType
    from .asset_consumer import AssetConsumer
    from .asset_producer import AssetProducer
    from .conflict_severity import ConflictSeverity
    from .deletion_analysis import (
        DeletionAnalysis,
        DeletionImpactedAsset,
        DeletionReport,
        DependencyPath,
        DeployedEnvironment,
        EnvironmentPurpose,
        ImpactedDomain,
        ImpactedRevision,
        IndirectElement,
    )
    from .deletion_analysis_create import DeletionAnalysisCreate
    from .deployment_analysis import (
        AssetConflictType,
        AssetIssue,
        DeploymentAnalysis,
        DeploymentImpactedAsset,
        DeploymentReport,
        ElementConflictType,
        ElementIssue,
        IncompatibilityType,
        ReferenceType,
    )
    from .deployment_analysis_create import DeploymentAnalysisCreate
    from .problem_details import ProblemDetails
    from .process_status import ProcessStatus
    from .producer_graph_node import ProducerGraphNode
    from .public_element import PublicElement
    from .public_element_search import AssetFilter, PublicElementSearch
    from .referenced_element import ReferencedElement
    from .report_status import ReportStatus
    from .started_analysis import StartedAnalysis

_HOMES = {
    "AnalysisType": ".analysis_type",
    "AssetConflictType": ".deployment_analysis",
    "AssetConsumer": ".asset_consumer",
    "AssetFilter": ".public_element_search",
    "AssetIssue": ".deployment_analysis",
    "AssetProducer": ".asset_producer",
    "ConflictSeverity": ".conflict_severity",
    "DeletionAnalysis": ".deletion_analysis",
    "DeletionAnalysisCreate": ".deletion_analysis_create",
    "DeletionImpactedAsset": ".deletion_analysis",
    "DeletionReport": ".deletion_analysis",
    "DependencyPath": ".deletion_analysis",
    "DeployedEnvironment": ".deletion_analysis",
    "DeploymentAnalysis": ".deployment_analysis",
    "DeploymentAnalysisCreate": ".deployment_analysis_create",
    "DeploymentImpactedAsset": ".deployment_analysis",
    "DeploymentReport": ".deployment_analysis",
    "ElementConflictType": ".deployment_analysis",
    "ElementIssue": ".deployment_analysis",
    "EnvironmentPurpose": ".deletion_analysis",
    "ImpactedDomain": ".deletion_analysis",
    "ImpactedRevision": ".deletion_analysis",
    "IncompatibilityType": ".deployment_analysis",
    "IndirectElement": ".deletion_analysis",
    "ProblemDetails": ".problem_details",
    "ProcessStatus": ".process_status",
    "ProducerGraphNode": ".producer_graph_node",
    "PublicElement": ".public_element",
    "PublicElementSearch": ".public_element_search",
    "ReferenceType": ".deployment_analysis",
    "ReferencedElement": ".referenced_element",
    "ReportStatus": ".report_status",
    "StartedAnalysis": ".started_analysis",
}

__all__ = [
    "AnalysisType",
    "AssetConflictType",
    "AssetConsumer",
    "AssetFilter",
    "AssetIssue",
    "AssetProducer",
    "ConflictSeverity",
    "DeletionAnalysis",
    "DeletionAnalysisCreate",
    "DeletionImpactedAsset",
    "DeletionReport",
    "DependencyPath",
    "DeployedEnvironment",
    "DeploymentAnalysis",
    "DeploymentAnalysisCreate",
    "DeploymentImpactedAsset",
    "DeploymentReport",
    "ElementConflictType",
    "ElementIssue",
    "EnvironmentPurpose",
    "ImpactedDomain",
    "ImpactedRevision",
    "IncompatibilityType",
    "IndirectElement",
    "ProblemDetails",
    "ProcessStatus",
    "ProducerGraphNode",
    "PublicElement",
    "PublicElementSearch",
    "ReferenceType",
    "ReferencedElement",
    "ReportStatus",
    "StartedAnalysis",
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
