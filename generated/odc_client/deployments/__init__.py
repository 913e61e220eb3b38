"""Deployments API, version v1: `odc.deployments`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._runtime.call.api import Api as _Api
    from .._runtime.transport.async_ import AsyncTransport as _AsyncTransport
    from .._runtime.transport.sync import SyncTransport as _SyncTransport
    from .deployment_operations import AsyncDeploymentOperations, DeploymentOperations
    from .models import *
    from .publish_operations import AsyncPublishOperations, PublishOperations


class DeploymentsApi:
    """The resources of this API."""

    def __init__(self, api: _Api[_SyncTransport]) -> None:
        self._api = api

    @cached_property
    def deployment_operations(self) -> DeploymentOperations:
        """Deployment operations: list, start, get, wait, list_messages."""
        from .deployment_operations import DeploymentOperations

        return DeploymentOperations(self._api)

    @cached_property
    def publish_operations(self) -> PublishOperations:
        """Publish operations: list, start, get, wait, list_messages."""
        from .publish_operations import PublishOperations

        return PublishOperations(self._api)


class AsyncDeploymentsApi:
    """The resources of this API, to be awaited."""

    def __init__(self, api: _Api[_AsyncTransport]) -> None:
        self._api = api

    @cached_property
    def deployment_operations(self) -> AsyncDeploymentOperations:
        """Deployment operations: list, start, get, wait, list_messages."""
        from .deployment_operations import AsyncDeploymentOperations

        return AsyncDeploymentOperations(self._api)

    @cached_property
    def publish_operations(self) -> AsyncPublishOperations:
        """Publish operations: list, start, get, wait, list_messages."""
        from .publish_operations import AsyncPublishOperations

        return AsyncPublishOperations(self._api)


def __getattr__(name: str) -> object:
    """Import a model when it is first asked for."""
    from importlib import import_module  # `from . import models` would ask this function for it first

    return getattr(import_module(f"{__name__}.models"), name)


def __dir__() -> list[str]:
    """List the classes of this API and its models, loaded or not."""
    from importlib import import_module

    return sorted(("DeploymentsApi", "AsyncDeploymentsApi", *import_module(f"{__name__}.models").__all__))
