"""The clients: one property for each API, loaded when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.face.async_client import AsyncClient
from ._runtime.face.client import SyncClient
from ._runtime.kernel.operation import RateLimit
from .auth import BASE_PATHS, OnBeforeRequest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .asset_configurations import AssetConfigurationsApi, AsyncAssetConfigurationsApi
    from .asset_repository import AssetRepositoryApi, AsyncAssetRepositoryApi
    from .builds import AsyncBuildsApi, BuildsApi
    from .code_quality import AsyncCodeQualityApi, CodeQualityApi
    from .dependency_management import AsyncDependencyManagementApi, DependencyManagementApi
    from .deployments import AsyncDeploymentsApi, DeploymentsApi
    from .environment_configurations import AsyncEnvironmentConfigurationsApi, EnvironmentConfigurationsApi
    from .external_libraries import AsyncExternalLibrariesApi, ExternalLibrariesApi
    from .identity import AsyncIdentityApi, IdentityApi
    from .native_mobile_builds import AsyncNativeMobileBuildsApi, NativeMobileBuildsApi
    from .organization import AsyncOrganizationApi, OrganizationApi
    from .portfolios import AsyncPortfoliosApi, PortfoliosApi
    from .portfolios_v1 import AsyncPortfoliosV1Api, PortfoliosV1Api
    from .subscription import AsyncSubscriptionApi, SubscriptionApi

RATE_LIMITS: dict[str, tuple[RateLimit, ...]] = {
    "asset_configurations": (RateLimit("*", "*", 100),),
    "asset_repository": (RateLimit("*", "*", 100), RateLimit("POST", "/assets", 10)),
    "builds": (RateLimit("*", "*", 100), RateLimit("POST", "*", 10)),
    "code_quality": (RateLimit("*", "*", 100), RateLimit("POST", "/code-analyses", 10)),
    "dependency_management": (RateLimit("*", "*", 100),),
    "deployments": (RateLimit("*", "*", 100), RateLimit("POST", "*", 10)),
    "environment_configurations": (RateLimit("*", "*", 10),),
    "external_libraries": (RateLimit("*", "*", 100), RateLimit("POST", "*", 10)),
    "identity": (RateLimit("*", "*", 100), RateLimit("POST", "/users/bulk", 5)),
    "native_mobile_builds": (
        RateLimit("*", "*", 100),
        RateLimit("POST", "*", 5),
        RateLimit("PATCH", "*", 10),
    ),
    "portfolios": (RateLimit("*", "*", 100),),
    "portfolios_v1": (RateLimit("*", "*", 100),),
    "subscription": (RateLimit("*", "*", 100),),
}
"""The requests a minute that each API allows an organization."""


class OdcClient(SyncClient):
    """Calls the APIs and waits for each answer."""

    _base_paths: ClassVar[Mapping[str, str]] = BASE_PATHS
    _rate_limits: ClassVar[Mapping[str, tuple[RateLimit, ...]]] = RATE_LIMITS
    _hook = OnBeforeRequest
    _package: ClassVar[str | None] = __package__

    @cached_property
    def asset_configurations(self) -> AssetConfigurationsApi:
        """Asset Configurations API, version v1."""
        from .asset_configurations import AssetConfigurationsApi

        return AssetConfigurationsApi(self._api("asset_configurations"))

    @cached_property
    def asset_repository(self) -> AssetRepositoryApi:
        """Asset Repository API, version v1."""
        from .asset_repository import AssetRepositoryApi

        return AssetRepositoryApi(self._api("asset_repository"))

    @cached_property
    def builds(self) -> BuildsApi:
        """Build Operations API, version v1."""
        from .builds import BuildsApi

        return BuildsApi(self._api("builds"))

    @cached_property
    def code_quality(self) -> CodeQualityApi:
        """Code Quality API, version v1."""
        from .code_quality import CodeQualityApi

        return CodeQualityApi(self._api("code_quality"))

    @cached_property
    def dependency_management(self) -> DependencyManagementApi:
        """Dependency Management API, version v1."""
        from .dependency_management import DependencyManagementApi

        return DependencyManagementApi(self._api("dependency_management"))

    @cached_property
    def deployments(self) -> DeploymentsApi:
        """Deployments API, version v1."""
        from .deployments import DeploymentsApi

        return DeploymentsApi(self._api("deployments"))

    @cached_property
    def environment_configurations(self) -> EnvironmentConfigurationsApi:
        """Environment Configurations API, version v1."""
        from .environment_configurations import EnvironmentConfigurationsApi

        return EnvironmentConfigurationsApi(self._api("environment_configurations"))

    @cached_property
    def external_libraries(self) -> ExternalLibrariesApi:
        """External Library Generation Service API, version v1."""
        from .external_libraries import ExternalLibrariesApi

        return ExternalLibrariesApi(self._api("external_libraries"))

    @cached_property
    def identity(self) -> IdentityApi:
        """User and Access Management API, version v1."""
        from .identity import IdentityApi

        return IdentityApi(self._api("identity"))

    @cached_property
    def native_mobile_builds(self) -> NativeMobileBuildsApi:
        """Native Mobile Build API, version v1."""
        from .native_mobile_builds import NativeMobileBuildsApi

        return NativeMobileBuildsApi(self._api("native_mobile_builds"))

    @cached_property
    def organization(self) -> OrganizationApi:
        """Organization API, version v1."""
        from .organization import OrganizationApi

        return OrganizationApi(self._api("organization"))

    @cached_property
    def portfolios(self) -> PortfoliosApi:
        """Portfolio API, version v2."""
        from .portfolios import PortfoliosApi

        return PortfoliosApi(self._api("portfolios"))

    @cached_property
    def portfolios_v1(self) -> PortfoliosV1Api:
        """Portfolio API, version v1."""
        from .portfolios_v1 import PortfoliosV1Api

        return PortfoliosV1Api(self._api("portfolios_v1"))

    @cached_property
    def subscription(self) -> SubscriptionApi:
        """Subscription API, version v1."""
        from .subscription import SubscriptionApi

        return SubscriptionApi(self._api("subscription"))


class AsyncOdcClient(AsyncClient):
    """Calls the APIs with await; names and arguments are those of `OdcClient`."""

    _base_paths: ClassVar[Mapping[str, str]] = BASE_PATHS
    _rate_limits: ClassVar[Mapping[str, tuple[RateLimit, ...]]] = RATE_LIMITS
    _hook = OnBeforeRequest
    _package: ClassVar[str | None] = __package__

    @cached_property
    def asset_configurations(self) -> AsyncAssetConfigurationsApi:
        """Asset Configurations API, version v1."""
        from .asset_configurations import AsyncAssetConfigurationsApi

        return AsyncAssetConfigurationsApi(self._api("asset_configurations"))

    @cached_property
    def asset_repository(self) -> AsyncAssetRepositoryApi:
        """Asset Repository API, version v1."""
        from .asset_repository import AsyncAssetRepositoryApi

        return AsyncAssetRepositoryApi(self._api("asset_repository"))

    @cached_property
    def builds(self) -> AsyncBuildsApi:
        """Build Operations API, version v1."""
        from .builds import AsyncBuildsApi

        return AsyncBuildsApi(self._api("builds"))

    @cached_property
    def code_quality(self) -> AsyncCodeQualityApi:
        """Code Quality API, version v1."""
        from .code_quality import AsyncCodeQualityApi

        return AsyncCodeQualityApi(self._api("code_quality"))

    @cached_property
    def dependency_management(self) -> AsyncDependencyManagementApi:
        """Dependency Management API, version v1."""
        from .dependency_management import AsyncDependencyManagementApi

        return AsyncDependencyManagementApi(self._api("dependency_management"))

    @cached_property
    def deployments(self) -> AsyncDeploymentsApi:
        """Deployments API, version v1."""
        from .deployments import AsyncDeploymentsApi

        return AsyncDeploymentsApi(self._api("deployments"))

    @cached_property
    def environment_configurations(self) -> AsyncEnvironmentConfigurationsApi:
        """Environment Configurations API, version v1."""
        from .environment_configurations import AsyncEnvironmentConfigurationsApi

        return AsyncEnvironmentConfigurationsApi(self._api("environment_configurations"))

    @cached_property
    def external_libraries(self) -> AsyncExternalLibrariesApi:
        """External Library Generation Service API, version v1."""
        from .external_libraries import AsyncExternalLibrariesApi

        return AsyncExternalLibrariesApi(self._api("external_libraries"))

    @cached_property
    def identity(self) -> AsyncIdentityApi:
        """User and Access Management API, version v1."""
        from .identity import AsyncIdentityApi

        return AsyncIdentityApi(self._api("identity"))

    @cached_property
    def native_mobile_builds(self) -> AsyncNativeMobileBuildsApi:
        """Native Mobile Build API, version v1."""
        from .native_mobile_builds import AsyncNativeMobileBuildsApi

        return AsyncNativeMobileBuildsApi(self._api("native_mobile_builds"))

    @cached_property
    def organization(self) -> AsyncOrganizationApi:
        """Organization API, version v1."""
        from .organization import AsyncOrganizationApi

        return AsyncOrganizationApi(self._api("organization"))

    @cached_property
    def portfolios(self) -> AsyncPortfoliosApi:
        """Portfolio API, version v2."""
        from .portfolios import AsyncPortfoliosApi

        return AsyncPortfoliosApi(self._api("portfolios"))

    @cached_property
    def portfolios_v1(self) -> AsyncPortfoliosV1Api:
        """Portfolio API, version v1."""
        from .portfolios_v1 import AsyncPortfoliosV1Api

        return AsyncPortfoliosV1Api(self._api("portfolios_v1"))

    @cached_property
    def subscription(self) -> AsyncSubscriptionApi:
        """Subscription API, version v1."""
        from .subscription import AsyncSubscriptionApi

        return AsyncSubscriptionApi(self._api("subscription"))
