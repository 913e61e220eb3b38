"""Models and enums of this API; the file of each is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .deployed_asset import DeployedAsset, Deployment
    from .environment import Environment, EnvironmentPurpose, EnvironmentStatus
    from .environment_patch import EnvironmentPatch
    from .environments_patch import EnvironmentsPatch, EnvironmentUpdate
    from .library import Library, LibraryRevision
    from .library_revision_filter import LibraryRevisionFilter
    from .portfolio import Portfolio
    from .portfolio_patch import PortfolioPatch

_HOMES = {
    "DeployedAsset": ".deployed_asset",
    "Deployment": ".deployed_asset",
    "Environment": ".environment",
    "EnvironmentPatch": ".environment_patch",
    "EnvironmentPurpose": ".environment",
    "EnvironmentStatus": ".environment",
    "EnvironmentUpdate": ".environments_patch",
    "EnvironmentsPatch": ".environments_patch",
    "Library": ".library",
    "LibraryRevision": ".library",
    "LibraryRevisionFilter": ".library_revision_filter",
    "Portfolio": ".portfolio",
    "PortfolioPatch": ".portfolio_patch",
}

__all__ = [
    "DeployedAsset",
    "Deployment",
    "Environment",
    "EnvironmentPatch",
    "EnvironmentPurpose",
    "EnvironmentStatus",
    "EnvironmentUpdate",
    "EnvironmentsPatch",
    "Library",
    "LibraryRevision",
    "LibraryRevisionFilter",
    "Portfolio",
    "PortfolioPatch",
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
