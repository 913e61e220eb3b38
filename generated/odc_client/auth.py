"""The OnBeforeRequest hook of this package: attaches the bearer token, to this package's APIs only."""

from __future__ import annotations

from typing import ClassVar

from ._runtime.auth.bearer import BearerAuth

BASE_PATHS: dict[str, str] = {
    "asset_configurations": "/api/asset-configurations/v1",
    "asset_repository": "/api/asset-repository/v1",
    "builds": "/api/builds/v1",
    "code_quality": "/api/code-quality/v1",
    "dependency_management": "/api/dependency-management/v1",
    "deployments": "/api/deployments/v1",
    "environment_configurations": "/api/environment-configurations/v1",
    "external_libraries": "/api/external-libraries/v1",
    "identity": "/api/identity/v1",
    "native_mobile_builds": "/api/native-mobile-builds/v1",
    "organization": "/api/organization/v1",
    "portfolios": "/api/portfolios/v2",
    "portfolios_v1": "/api/portfolios/v1",
    "subscription": "/api/subscription/v1",
}
"""The path of each API below the portal."""


class OnBeforeRequest(BearerAuth):
    """Puts `Authorization: Bearer …` on requests to the client's own origin and to nothing else.

    It is an `httpx.Auth`: both clients use it, and so can any `httpx.Client` or `httpx.AsyncClient`.
    """

    base_paths: ClassVar[tuple[str, ...]] = tuple(BASE_PATHS.values())
