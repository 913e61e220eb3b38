"""Extensibility settings: `odc.native_mobile_builds.extensibility_settings`."""

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
    from .models import ApplicationExtensibilitySettings, ExtensibilitySettingsPatch

_GET = Operation(
    "native_mobile_builds.extensibility_settings.get",
    "GET",
    "/environments/{environmentKey}/applications/{applicationKey}/configurations/extensibility-settings",
    lambda data: models.ApplicationExtensibilitySettings.decode(data),
    permissions=("Configuration management > View configurations",),
)

_UPDATE = Operation(
    "native_mobile_builds.extensibility_settings.update",
    "PATCH",
    "/environments/{environmentKey}/applications/{applicationKey}/configurations/extensibility-settings",
    body=(Media("application/json", "ExtensibilitySettingsPatch"),),
    needs_body=True,
    permissions=("Configuration management > Edit asset configurations",),
)


class ExtensibilitySettings(Resource):
    """Extensibility settings; each method also takes the options of `CallOptions`."""

    def get(
        self, environment_key: UUID | str, application_key: UUID | str, **options: Unpack[CallOptions]
    ) -> ApplicationExtensibilitySettings:
        """Get the extensibility settings of an app and its libraries.

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
        body: ExtensibilitySettingsPatch,
        **options: Unpack[CallOptions],
    ) -> None:
        """Change extensibility settings of an app and its libraries.

        Needs the permission Configuration management > Edit asset configurations. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
            application_key: Key of the app.
            body: What is sent, a `ExtensibilitySettingsPatch`.
        """
        return self._call(_UPDATE, (environment_key, application_key), {}, body, options)


class AsyncExtensibilitySettings(AsyncResource):
    """Extensibility settings, to be awaited; each method also takes the options of `CallOptions`."""

    async def get(
        self, environment_key: UUID | str, application_key: UUID | str, **options: Unpack[CallOptions]
    ) -> ApplicationExtensibilitySettings:
        """Get the extensibility settings of an app and its libraries. See `ExtensibilitySettings.get`."""
        return await self._call(_GET, (environment_key, application_key), {}, None, options)

    async def update(
        self,
        environment_key: UUID | str,
        application_key: UUID | str,
        body: ExtensibilitySettingsPatch,
        **options: Unpack[CallOptions],
    ) -> None:
        """Change extensibility settings of an app and its libraries. See `ExtensibilitySettings.update`."""
        return await self._call(_UPDATE, (environment_key, application_key), {}, body, options)
