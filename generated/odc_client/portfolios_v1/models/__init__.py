"""Models and enums of this API; the file of each is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .deployed_asset import DeployedAsset, Deployment
    from .environment import Environment, EnvironmentPurpose

_HOMES = {
    "DeployedAsset": ".deployed_asset",
    "Deployment": ".deployed_asset",
    "Environment": ".environment",
    "EnvironmentPurpose": ".environment",
}

__all__ = ["DeployedAsset", "Deployment", "Environment", "EnvironmentPurpose"]


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
