"""Native Mobile Build API, version v1: `odc.native_mobile_builds`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._runtime.call.api import Api as _Api
    from .._runtime.transport.async_ import AsyncTransport as _AsyncTransport
    from .._runtime.transport.sync import SyncTransport as _SyncTransport
    from .android_configurations import AndroidConfigurations, AsyncAndroidConfigurations
    from .build_operations import AsyncBuildOperations, BuildOperations
    from .builder_versions import AsyncBuilderVersions, BuilderVersions
    from .extensibility_settings import AsyncExtensibilitySettings, ExtensibilitySettings
    from .ios_configurations import AsyncIosConfigurations, IosConfigurations
    from .models import *


class NativeMobileBuildsApi:
    """The resources of this API."""

    def __init__(self, api: _Api[_SyncTransport]) -> None:
        self._api = api

    @cached_property
    def android_configurations(self) -> AndroidConfigurations:
        """Android configurations: get, update."""
        from .android_configurations import AndroidConfigurations

        return AndroidConfigurations(self._api)

    @cached_property
    def build_operations(self) -> BuildOperations:
        """Build operations: list, start, validate, suggest_versions, get, wait, …."""
        from .build_operations import BuildOperations

        return BuildOperations(self._api)

    @cached_property
    def builder_versions(self) -> BuilderVersions:
        """Builder versions: list."""
        from .builder_versions import BuilderVersions

        return BuilderVersions(self._api)

    @cached_property
    def extensibility_settings(self) -> ExtensibilitySettings:
        """Extensibility settings: get, update."""
        from .extensibility_settings import ExtensibilitySettings

        return ExtensibilitySettings(self._api)

    @cached_property
    def ios_configurations(self) -> IosConfigurations:
        """Ios configurations: get, update."""
        from .ios_configurations import IosConfigurations

        return IosConfigurations(self._api)


class AsyncNativeMobileBuildsApi:
    """The resources of this API, to be awaited."""

    def __init__(self, api: _Api[_AsyncTransport]) -> None:
        self._api = api

    @cached_property
    def android_configurations(self) -> AsyncAndroidConfigurations:
        """Android configurations: get, update."""
        from .android_configurations import AsyncAndroidConfigurations

        return AsyncAndroidConfigurations(self._api)

    @cached_property
    def build_operations(self) -> AsyncBuildOperations:
        """Build operations: list, start, validate, suggest_versions, get, wait, …."""
        from .build_operations import AsyncBuildOperations

        return AsyncBuildOperations(self._api)

    @cached_property
    def builder_versions(self) -> AsyncBuilderVersions:
        """Builder versions: list."""
        from .builder_versions import AsyncBuilderVersions

        return AsyncBuilderVersions(self._api)

    @cached_property
    def extensibility_settings(self) -> AsyncExtensibilitySettings:
        """Extensibility settings: get, update."""
        from .extensibility_settings import AsyncExtensibilitySettings

        return AsyncExtensibilitySettings(self._api)

    @cached_property
    def ios_configurations(self) -> AsyncIosConfigurations:
        """Ios configurations: get, update."""
        from .ios_configurations import AsyncIosConfigurations

        return AsyncIosConfigurations(self._api)


def __getattr__(name: str) -> object:
    """Import a model when it is first asked for."""
    from importlib import import_module  # `from . import models` would ask this function for it first

    return getattr(import_module(f"{__name__}.models"), name)


def __dir__() -> list[str]:
    """List the classes of this API and its models, loaded or not."""
    from importlib import import_module

    return sorted(
        ("NativeMobileBuildsApi", "AsyncNativeMobileBuildsApi", *import_module(f"{__name__}.models").__all__)
    )
