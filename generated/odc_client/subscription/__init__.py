"""Subscription API, version v1: `odc.subscription`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._runtime.call.api import Api as _Api
    from .._runtime.transport.async_ import AsyncTransport as _AsyncTransport
    from .._runtime.transport.sync import SyncTransport as _SyncTransport
    from .environment_entitlements import AsyncEnvironmentEntitlements, EnvironmentEntitlements
    from .models import *
    from .organization_configurations import AsyncOrganizationConfigurations, OrganizationConfigurations
    from .organization_entitlements import AsyncOrganizationEntitlements, OrganizationEntitlements


class SubscriptionApi:
    """The resources of this API."""

    def __init__(self, api: _Api[_SyncTransport]) -> None:
        self._api = api

    @cached_property
    def environment_entitlements(self) -> EnvironmentEntitlements:
        """Environment entitlements: get, list_usage, list_usage_by_asset."""
        from .environment_entitlements import EnvironmentEntitlements

        return EnvironmentEntitlements(self._api)

    @cached_property
    def organization_configurations(self) -> OrganizationConfigurations:
        """Organization configurations: get, update."""
        from .organization_configurations import OrganizationConfigurations

        return OrganizationConfigurations(self._api)

    @cached_property
    def organization_entitlements(self) -> OrganizationEntitlements:
        """Organization entitlements: get, list_usage."""
        from .organization_entitlements import OrganizationEntitlements

        return OrganizationEntitlements(self._api)


class AsyncSubscriptionApi:
    """The resources of this API, to be awaited."""

    def __init__(self, api: _Api[_AsyncTransport]) -> None:
        self._api = api

    @cached_property
    def environment_entitlements(self) -> AsyncEnvironmentEntitlements:
        """Environment entitlements: get, list_usage, list_usage_by_asset."""
        from .environment_entitlements import AsyncEnvironmentEntitlements

        return AsyncEnvironmentEntitlements(self._api)

    @cached_property
    def organization_configurations(self) -> AsyncOrganizationConfigurations:
        """Organization configurations: get, update."""
        from .organization_configurations import AsyncOrganizationConfigurations

        return AsyncOrganizationConfigurations(self._api)

    @cached_property
    def organization_entitlements(self) -> AsyncOrganizationEntitlements:
        """Organization entitlements: get, list_usage."""
        from .organization_entitlements import AsyncOrganizationEntitlements

        return AsyncOrganizationEntitlements(self._api)


def __getattr__(name: str) -> object:
    """Import a model when it is first asked for."""
    from importlib import import_module  # `from . import models` would ask this function for it first

    return getattr(import_module(f"{__name__}.models"), name)


def __dir__() -> list[str]:
    """List the classes of this API and its models, loaded or not."""
    from importlib import import_module

    return sorted(("SubscriptionApi", "AsyncSubscriptionApi", *import_module(f"{__name__}.models").__all__))
