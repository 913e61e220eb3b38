"""Ios configurations: `odc.native_mobile_builds.ios_configurations`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation
from .._runtime.kernel.parameter import Media
from . import models

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.policy.options import CallOptions
    from .models import IosConfiguration, IosConfigurationPatch

_GET = Operation(
    "native_mobile_builds.ios_configurations.get",
    "GET",
    "/environments/{environmentKey}/applications/{applicationKey}/configurations/ios",
    lambda data: models.IosConfiguration.decode(data),
    permissions=("Configuration management > View configurations",),
)

_UPDATE = Operation(
    "native_mobile_builds.ios_configurations.update",
    "PATCH",
    "/environments/{environmentKey}/applications/{applicationKey}/configurations/ios",
    body=(Media("application/json", "IosConfigurationPatch"),),
    needs_body=True,
    permissions=("Configuration management > Edit asset configurations",),
)


class IosConfigurations(Resource):
    """Ios configurations; each method also takes the options of `CallOptions`."""

    def get(
        self, environment_key: UUID | str, application_key: UUID | str, **options: Unpack[CallOptions]
    ) -> IosConfiguration:
        """Get the configuration for iOS builds of an app.

        Needs the permission Configuration management > View configurations. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
            application_key: Key of the app.
        """
        return self._call(_GET, (environment_key, application_key), {}, None, options)

    def update(
        self,
        environment_key: UUID | str,
        application_key: UUID | str,
        body: IosConfigurationPatch,
        **options: Unpack[CallOptions],
    ) -> None:
        """Change the configuration for iOS builds of an app; what is not given stays.

        Needs the permission Configuration management > Edit asset configurations. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
            application_key: Key of the app.
            body: What is sent, a `IosConfigurationPatch`.
        """
        return self._call(_UPDATE, (environment_key, application_key), {}, body, options)


class AsyncIosConfigurations(AsyncResource):
    """Ios configurations, to be awaited; each method also takes the options of `CallOptions`."""

    async def get(
        self, environment_key: UUID | str, application_key: UUID | str, **options: Unpack[CallOptions]
    ) -> IosConfiguration:
        """Get the configuration for iOS builds of an app. See `IosConfigurations.get`."""
        return await self._call(_GET, (environment_key, application_key), {}, None, options)

    async def update(
        self,
        environment_key: UUID | str,
        application_key: UUID | str,
        body: IosConfigurationPatch,
        **options: Unpack[CallOptions],
    ) -> None:
        """Change the configuration for iOS builds of an app; what is not given stays."""
        return await self._call(_UPDATE, (environment_key, application_key), {}, body, options)
