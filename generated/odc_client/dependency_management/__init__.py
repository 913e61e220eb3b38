"""Dependency Management API, version v1: `odc.dependency_management`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._runtime.call.api import Api as _Api
    from .._runtime.transport.async_ import AsyncTransport as _AsyncTransport
    from .._runtime.transport.sync import SyncTransport as _SyncTransport
    from .assets import Assets, AsyncAssets
    from .deletion_analyses import AsyncDeletionAnalyses, DeletionAnalyses
    from .deployment_analyses import AsyncDeploymentAnalyses, DeploymentAnalyses
    from .models import *
    from .public_elements import AsyncPublicElements, PublicElements
    from .revisions import AsyncRevisions, Revisions


class DependencyManagementApi:
    """The resources of this API."""

    def __init__(self, api: _Api[_SyncTransport]) -> None:
        self._api = api

    @cached_property
    def assets(self) -> Assets:
        """Assets: list_consumers."""
        from .assets import Assets

        return Assets(self._api)

    @cached_property
    def deletion_analyses(self) -> DeletionAnalyses:
        """Deletion analyses: start, get, wait."""
        from .deletion_analyses import DeletionAnalyses

        return DeletionAnalyses(self._api)

    @cached_property
    def deployment_analyses(self) -> DeploymentAnalyses:
        """Deployment analyses: start, get, wait."""
        from .deployment_analyses import DeploymentAnalyses

        return DeploymentAnalyses(self._api)

    @cached_property
    def public_elements(self) -> PublicElements:
        """Public elements: search."""
        from .public_elements import PublicElements

        return PublicElements(self._api)

    @cached_property
    def revisions(self) -> Revisions:
        """Revisions: list_consumers, get_producer_graph, list_producers, list_public_elements, list_referenced_elements."""
        from .revisions import Revisions

        return Revisions(self._api)


class AsyncDependencyManagementApi:
    """The resources of this API, to be awaited."""

    def __init__(self, api: _Api[_AsyncTransport]) -> None:
        self._api = api

    @cached_property
    def assets(self) -> AsyncAssets:
        """Assets: list_consumers."""
        from .assets import AsyncAssets

        return AsyncAssets(self._api)

    @cached_property
    def deletion_analyses(self) -> AsyncDeletionAnalyses:
        """Deletion analyses: start, get, wait."""
        from .deletion_analyses import AsyncDeletionAnalyses

        return AsyncDeletionAnalyses(self._api)

    @cached_property
    def deployment_analyses(self) -> AsyncDeploymentAnalyses:
        """Deployment analyses: start, get, wait."""
        from .deployment_analyses import AsyncDeploymentAnalyses

        return AsyncDeploymentAnalyses(self._api)

    @cached_property
    def public_elements(self) -> AsyncPublicElements:
        """Public elements: search."""
        from .public_elements import AsyncPublicElements

        return AsyncPublicElements(self._api)

    @cached_property
    def revisions(self) -> AsyncRevisions:
        """Revisions: list_consumers, get_producer_graph, list_producers, list_public_elements, list_referenced_elements."""
        from .revisions import AsyncRevisions

        return AsyncRevisions(self._api)


def __getattr__(name: str) -> object:
    """Import a model when it is first asked for."""
    from importlib import import_module  # `from . import models` would ask this function for it first

    return getattr(import_module(f"{__name__}.models"), name)


def __dir__() -> list[str]:
    """List the classes of this API and its models, loaded or not."""
    from importlib import import_module

    return sorted(
        (
            "DependencyManagementApi",
            "AsyncDependencyManagementApi",
            *import_module(f"{__name__}.models").__all__,
        )
    )
