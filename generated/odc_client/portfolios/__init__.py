"""Portfolio API, version v2: `odc.portfolios`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._runtime.call.api import Api as _Api
    from .._runtime.transport.async_ import AsyncTransport as _AsyncTransport
    from .._runtime.transport.sync import SyncTransport as _SyncTransport
    from .deployed_assets import AsyncDeployedAssets, DeployedAssets
    from .details import AsyncDetails, Details
    from .environments import AsyncEnvironments, Environments
    from .libraries import AsyncLibraries, Libraries
    from .models import *


class PortfoliosApi:
    """The resources of this API."""

    def __init__(self, api: _Api[_SyncTransport]) -> None:
        self._api = api

    @cached_property
    def deployed_assets(self) -> DeployedAssets:
        """Deployed assets: list."""
        from .deployed_assets import DeployedAssets

        return DeployedAssets(self._api)

    @cached_property
    def details(self) -> Details:
        """Details: list, update."""
        from .details import Details

        return Details(self._api)

    @cached_property
    def environments(self) -> Environments:
        """Environments: list, update_many, update."""
        from .environments import Environments

        return Environments(self._api)

    @cached_property
    def libraries(self) -> Libraries:
        """Libraries: list."""
        from .libraries import Libraries

        return Libraries(self._api)


class AsyncPortfoliosApi:
    """The resources of this API, to be awaited."""

    def __init__(self, api: _Api[_AsyncTransport]) -> None:
        self._api = api

    @cached_property
    def deployed_assets(self) -> AsyncDeployedAssets:
        """Deployed assets: list."""
        from .deployed_assets import AsyncDeployedAssets

        return AsyncDeployedAssets(self._api)

    @cached_property
    def details(self) -> AsyncDetails:
        """Details: list, update."""
        from .details import AsyncDetails

        return AsyncDetails(self._api)

    @cached_property
    def environments(self) -> AsyncEnvironments:
        """Environments: list, update_many, update."""
        from .environments import AsyncEnvironments

        return AsyncEnvironments(self._api)

    @cached_property
    def libraries(self) -> AsyncLibraries:
        """Libraries: list."""
        from .libraries import AsyncLibraries

        return AsyncLibraries(self._api)


def __getattr__(name: str) -> object:
    """Import a model when it is first asked for."""
    from importlib import import_module  # `from . import models` would ask this function for it first

    return getattr(import_module(f"{__name__}.models"), name)


def __dir__() -> list[str]:
    """List the classes of this API and its models, loaded or not."""
    from importlib import import_module

    return sorted(("PortfoliosApi", "AsyncPortfoliosApi", *import_module(f"{__name__}.models").__all__))
