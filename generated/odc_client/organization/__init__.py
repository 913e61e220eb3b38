"""Organization API, version v1: `odc.organization`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._runtime.call.api import Api as _Api
    from .._runtime.transport.async_ import AsyncTransport as _AsyncTransport
    from .._runtime.transport.sync import SyncTransport as _SyncTransport
    from .builtin_domains import AsyncBuiltinDomains, BuiltinDomains
    from .details import AsyncDetails, Details
    from .ip_filter_group import AsyncIpFilterGroup, IpFilterGroup
    from .models import *


class OrganizationApi:
    """The resources of this API."""

    def __init__(self, api: _Api[_SyncTransport]) -> None:
        self._api = api

    @cached_property
    def builtin_domains(self) -> BuiltinDomains:
        """Builtin domains: list, create, check_availability, delete, set_primary."""
        from .builtin_domains import BuiltinDomains

        return BuiltinDomains(self._api)

    @cached_property
    def details(self) -> Details:
        """Details: get, update."""
        from .details import Details

        return Details(self._api)

    @cached_property
    def ip_filter_group(self) -> IpFilterGroup:
        """Ip filter group: get."""
        from .ip_filter_group import IpFilterGroup

        return IpFilterGroup(self._api)


class AsyncOrganizationApi:
    """The resources of this API, to be awaited."""

    def __init__(self, api: _Api[_AsyncTransport]) -> None:
        self._api = api

    @cached_property
    def builtin_domains(self) -> AsyncBuiltinDomains:
        """Builtin domains: list, create, check_availability, delete, set_primary."""
        from .builtin_domains import AsyncBuiltinDomains

        return AsyncBuiltinDomains(self._api)

    @cached_property
    def details(self) -> AsyncDetails:
        """Details: get, update."""
        from .details import AsyncDetails

        return AsyncDetails(self._api)

    @cached_property
    def ip_filter_group(self) -> AsyncIpFilterGroup:
        """Ip filter group: get."""
        from .ip_filter_group import AsyncIpFilterGroup

        return AsyncIpFilterGroup(self._api)


def __getattr__(name: str) -> object:
    """Import a model when it is first asked for."""
    from importlib import import_module  # `from . import models` would ask this function for it first

    return getattr(import_module(f"{__name__}.models"), name)


def __dir__() -> list[str]:
    """List the classes of this API and its models, loaded or not."""
    from importlib import import_module

    return sorted(("OrganizationApi", "AsyncOrganizationApi", *import_module(f"{__name__}.models").__all__))
