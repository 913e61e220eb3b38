"""DeploymentOperationType."""

from __future__ import annotations

from enum import StrEnum


class DeploymentOperationType(StrEnum):
    """What a deployment operation does."""

    DEPLOY = "Deploy"
    UNDEPLOY = "Undeploy"
    APPLY_CONFIGS = "ApplyConfigs"
