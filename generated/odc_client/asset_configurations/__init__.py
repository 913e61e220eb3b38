"""Asset Configurations API, version v1: `odc.asset_configurations`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._runtime.call.api import Api as _Api
    from .._runtime.transport.async_ import AsyncTransport as _AsyncTransport
    from .._runtime.transport.sync import SyncTransport as _SyncTransport
    from .agent_configurations import AgentConfigurations, AsyncAgentConfigurations
    from .application_configurations import ApplicationConfigurations, AsyncApplicationConfigurations
    from .default_system_configurations import AsyncDefaultSystemConfigurations, DefaultSystemConfigurations
    from .models import *


class AssetConfigurationsApi:
    """The resources of this API."""

    def __init__(self, api: _Api[_SyncTransport]) -> None:
        self._api = api

    @cached_property
    def agent_configurations(self) -> AgentConfigurations:
        """Agent configurations: update, get_deployed, get."""
        from .agent_configurations import AgentConfigurations

        return AgentConfigurations(self._api)

    @cached_property
    def application_configurations(self) -> ApplicationConfigurations:
        """Application configurations: update, get_deployed, get."""
        from .application_configurations import ApplicationConfigurations

        return ApplicationConfigurations(self._api)

    @cached_property
    def default_system_configurations(self) -> DefaultSystemConfigurations:
        """Default system configurations: get, update."""
        from .default_system_configurations import DefaultSystemConfigurations

        return DefaultSystemConfigurations(self._api)


class AsyncAssetConfigurationsApi:
    """The resources of this API, to be awaited."""

    def __init__(self, api: _Api[_AsyncTransport]) -> None:
        self._api = api

    @cached_property
    def agent_configurations(self) -> AsyncAgentConfigurations:
        """Agent configurations: update, get_deployed, get."""
        from .agent_configurations import AsyncAgentConfigurations

        return AsyncAgentConfigurations(self._api)

    @cached_property
    def application_configurations(self) -> AsyncApplicationConfigurations:
        """Application configurations: update, get_deployed, get."""
        from .application_configurations import AsyncApplicationConfigurations

        return AsyncApplicationConfigurations(self._api)

    @cached_property
    def default_system_configurations(self) -> AsyncDefaultSystemConfigurations:
        """Default system configurations: get, update."""
        from .default_system_configurations import AsyncDefaultSystemConfigurations

        return AsyncDefaultSystemConfigurations(self._api)


def __getattr__(name: str) -> object:
    """Import a model when it is first asked for."""
    from importlib import import_module  # `from . import models` would ask this function for it first

    return getattr(import_module(f"{__name__}.models"), name)


def __dir__() -> list[str]:
    """List the classes of this API and its models, loaded or not."""
    from importlib import import_module

    return sorted(
        (
            "AssetConfigurationsApi",
            "AsyncAssetConfigurationsApi",
            *import_module(f"{__name__}.models").__all__,
        )
    )
