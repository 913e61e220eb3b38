"""AnalysisType."""

from __future__ import annotations

from enum import StrEnum


class AnalysisType(StrEnum):
    """What was analysed: a deployment or a deletion."""

    DEPLOYMENT = "Deployment"
    DELETION = "Deletion"
