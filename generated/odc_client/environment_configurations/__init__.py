"""Environment Configurations API, version v1: `odc.environment_configurations`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._runtime.call.api import Api as _Api
    from .._runtime.transport.async_ import AsyncTransport as _AsyncTransport
    from .._runtime.transport.sync import SyncTransport as _SyncTransport
    from .builtin_domains import AsyncBuiltinDomains, BuiltinDomains
    from .default_domain import AsyncDefaultDomain, DefaultDomain
    from .domains import AsyncDomains, Domains
    from .ip_filter_groups import AsyncIpFilterGroups, IpFilterGroups
    from .models import *
    from .private_gateway import AsyncPrivateGateway, PrivateGateway


class EnvironmentConfigurationsApi:
    """The resources of this API."""

    def __init__(self, api: _Api[_SyncTransport]) -> None:
        self._api = api

    @cached_property
    def builtin_domains(self) -> BuiltinDomains:
        """Builtin domains: list, create, check_availability, delete, set_primary."""
        from .builtin_domains import BuiltinDomains

        return BuiltinDomains(self._api)

    @cached_property
    def default_domain(self) -> DefaultDomain:
        """Default domain: get, update."""
        from .default_domain import DefaultDomain

        return DefaultDomain(self._api)

    @cached_property
    def domains(self) -> Domains:
        """Domains: list, create, get, delete, update."""
        from .domains import Domains

        return Domains(self._api)

    @cached_property
    def ip_filter_groups(self) -> IpFilterGroups:
        """Ip filter groups: list, create, get, delete, update."""
        from .ip_filter_groups import IpFilterGroups

        return IpFilterGroups(self._api)

    @cached_property
    def private_gateway(self) -> PrivateGateway:
        """Private gateway: get, activate, deactivate, rotate_key."""
        from .private_gateway import PrivateGateway

        return PrivateGateway(self._api)


class AsyncEnvironmentConfigurationsApi:
    """The resources of this API, to be awaited."""

    def __init__(self, api: _Api[_AsyncTransport]) -> None:
        self._api = api

    @cached_property
    def builtin_domains(self) -> AsyncBuiltinDomains:
        """Builtin domains: list, create, check_availability, delete, set_primary."""
        from .builtin_domains import AsyncBuiltinDomains

        return AsyncBuiltinDomains(self._api)

    @cached_property
    def default_domain(self) -> AsyncDefaultDomain:
        """Default domain: get, update."""
        from .default_domain import AsyncDefaultDomain

        return AsyncDefaultDomain(self._api)

    @cached_property
    def domains(self) -> AsyncDomains:
        """Domains: list, create, get, delete, update."""
        from .domains import AsyncDomains

        return AsyncDomains(self._api)

    @cached_property
    def ip_filter_groups(self) -> AsyncIpFilterGroups:
        """Ip filter groups: list, create, get, delete, update."""
        from .ip_filter_groups import AsyncIpFilterGroups

        return AsyncIpFilterGroups(self._api)

    @cached_property
    def private_gateway(self) -> AsyncPrivateGateway:
        """Private gateway: get, activate, deactivate, rotate_key."""
        from .private_gateway import AsyncPrivateGateway

        return AsyncPrivateGateway(self._api)


def __getattr__(name: str) -> object:
    """Import a model when it is first asked for."""
    from importlib import import_module  # `from . import models` would ask this function for it first

    return getattr(import_module(f"{__name__}.models"), name)


def __dir__() -> list[str]:
    """List the classes of this API and its models, loaded or not."""
    from importlib import import_module

    return sorted(
        (
            "EnvironmentConfigurationsApi",
            "AsyncEnvironmentConfigurationsApi",
            *import_module(f"{__name__}.models").__all__,
        )
    )
