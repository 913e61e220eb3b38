"""Models and enums of this API; the file of each is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .builtin_domain import BuiltinDomain
    from .builtin_domain_availability import BuiltinDomainAvailability
    from .builtin_domain_availability_query import BuiltinDomainAvailabilityQuery
    from .builtin_domain_create import BuiltinDomainCreate
    from .organization import Organization
    from .organization_patch import OrganizationPatch
    from .platform_ip_filter_group import IpFilterAction, IpFilterRule, PlatformIpFilterGroup

_HOMES = {
    "BuiltinDomain": ".builtin_domain",
    "BuiltinDomainAvailability": ".builtin_domain_availability",
    "BuiltinDomainAvailabilityQuery": ".builtin_domain_availability_query",
    "BuiltinDomainCreate": ".builtin_domain_create",
    "IpFilterAction": ".platform_ip_filter_group",
    "IpFilterRule": ".platform_ip_filter_group",
    "Organization": ".organization",
    "OrganizationPatch": ".organization_patch",
    "PlatformIpFilterGroup": ".platform_ip_filter_group",
}

__all__ = [
    "BuiltinDomain",
    "BuiltinDomainAvailability",
    "BuiltinDomainAvailabilityQuery",
    "BuiltinDomainCreate",
    "IpFilterAction",
    "IpFilterRule",
    "Organization",
    "OrganizationPatch",
    "PlatformIpFilterGroup",
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
