"""Models and enums of this API; the file of each is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .builtin_domain import BuiltinDomain
    from .builtin_domain_availability import BuiltinDomainAvailability
    from .builtin_domain_availability_query import BuiltinDomainAvailabilityQuery
    from .builtin_domain_create import BuiltinDomainCreate
    from .created_ip_filter_group import CreatedIpFilterGroup
    from .current_default_domain import CurrentDefaultDomain
    from .default_domain_patch import DefaultDomainPatch
    from .domain import Domain, DomainCertificate, DomainCertificateStatus
    from .domain_create import DomainCreate
    from .domain_patch import DomainPatch
    from .ip_filter_access_type import IpFilterAccessType
    from .ip_filter_group import IpFilterGroup
    from .ip_filter_group_create import IpFilterGroupCreate
    from .ip_filter_group_patch import IpFilterGroupPatch
    from .ip_filter_rule import IpFilterRule
    from .private_gateway_status import GatewayHealth, PrivateGatewayStatus
    from .private_gateway_token import PrivateGatewayToken
    from .redirect_option import RedirectOption
    from .updated_domain import UpdatedDomain

_HOMES = {
    "BuiltinDomain": ".builtin_domain",
    "BuiltinDomainAvailability": ".builtin_domain_availability",
    "BuiltinDomainAvailabilityQuery": ".builtin_domain_availability_query",
    "BuiltinDomainCreate": ".builtin_domain_create",
    "CreatedIpFilterGroup": ".created_ip_filter_group",
    "CurrentDefaultDomain": ".current_default_domain",
    "DefaultDomainPatch": ".default_domain_patch",
    "Domain": ".domain",
    "DomainCertificate": ".domain",
    "DomainCertificateStatus": ".domain",
    "DomainCreate": ".domain_create",
    "DomainPatch": ".domain_patch",
    "GatewayHealth": ".private_gateway_status",
    "IpFilterAccessType": ".ip_filter_access_type",
    "IpFilterGroup": ".ip_filter_group",
    "IpFilterGroupCreate": ".ip_filter_group_create",
    "IpFilterGroupPatch": ".ip_filter_group_patch",
    "IpFilterRule": ".ip_filter_rule",
    "PrivateGatewayStatus": ".private_gateway_status",
    "PrivateGatewayToken": ".private_gateway_token",
    "RedirectOption": ".redirect_option",
    "UpdatedDomain": ".updated_domain",
}

__all__ = [
    "BuiltinDomain",
    "BuiltinDomainAvailability",
    "BuiltinDomainAvailabilityQuery",
    "BuiltinDomainCreate",
    "CreatedIpFilterGroup",
    "CurrentDefaultDomain",
    "DefaultDomainPatch",
    "Domain",
    "DomainCertificate",
    "DomainCertificateStatus",
    "DomainCreate",
    "DomainPatch",
    "GatewayHealth",
    "IpFilterAccessType",
    "IpFilterGroup",
    "IpFilterGroupCreate",
    "IpFilterGroupPatch",
    "IpFilterRule",
    "PrivateGatewayStatus",
    "PrivateGatewayToken",
    "RedirectOption",
    "UpdatedDomain",
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
