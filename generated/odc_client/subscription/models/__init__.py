"""Models and enums of this API; the file of each is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .addon import Addon
    from .data_type import DataType
    from .entitlement import Entitlement
    from .entitlement_usage import EntitlementUsage, UsagePoint
    from .entitlement_usage_by_asset import AssetUsage, AssetUsageDetail, EntitlementUsageByAsset
    from .environment_subscription import EnvironmentSubscription
    from .organization_configuration import OrganizationConfiguration
    from .organization_subscription import OrganizationSubscription

_HOMES = {
    "Addon": ".addon",
    "AssetUsage": ".entitlement_usage_by_asset",
    "AssetUsageDetail": ".entitlement_usage_by_asset",
    "DataType": ".data_type",
    "Entitlement": ".entitlement",
    "EntitlementUsage": ".entitlement_usage",
    "EntitlementUsageByAsset": ".entitlement_usage_by_asset",
    "EnvironmentSubscription": ".environment_subscription",
    "OrganizationConfiguration": ".organization_configuration",
    "OrganizationSubscription": ".organization_subscription",
    "UsagePoint": ".entitlement_usage",
}

__all__ = [
    "Addon",
    "AssetUsage",
    "AssetUsageDetail",
    "DataType",
    "Entitlement",
    "EntitlementUsage",
    "EntitlementUsageByAsset",
    "EnvironmentSubscription",
    "OrganizationConfiguration",
    "OrganizationSubscription",
    "UsagePoint",
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
