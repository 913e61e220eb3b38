"""Application configurations: `odc.asset_configurations.application_configurations`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation
from .._runtime.kernel.parameter import Media, Param
from . import models

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime.policy.options import CallOptions
    from .models import ApplicationConfiguration, ApplicationConfigurationPatch

_UPDATE = Operation(
    "asset_configurations.application_configurations.update",
    "PATCH",
    "/environments/{environmentKey}/applications/{applicationKey}/configurations",
    body=(Media("application/json", "ApplicationConfigurationPatch"),),
    needs_body=True,
    permissions=("Configuration management > Edit configurations",),
)

_GET_DEPLOYED = Operation(
    "asset_configurations.application_configurations.get_deployed",
    "GET",
    "/environments/{environmentKey}/applications/{applicationKey}/revisions/deployed/configurations",
    lambda data: models.ApplicationConfiguration.decode(data),
    params=(Param("fields", kind="text[]", explode=False), Param("showBinaryValues", kind="bool")),
    permissions=("Configuration management > View configurations",),
)

_GET = Operation(
    "asset_configurations.application_configurations.get",
    "GET",
    "/environments/{environmentKey}/applications/{applicationKey}/revisions/{baselineRevision}/configurations",
    lambda data: models.ApplicationConfiguration.decode(data),
    params=(Param("fields", kind="text[]", explode=False), Param("showBinaryValues", kind="bool")),
    permissions=("Configuration management > View configurations",),
)


class ApplicationConfigurations(Resource):
    """Application configurations; each method also takes the options of `CallOptions`."""

    def update(
        self,
        environment_key: UUID | str,
        application_key: UUID | str,
        body: ApplicationConfigurationPatch,
        **options: Unpack[CallOptions],
    ) -> None:
        """Change configurations of an app; what is not given stays.

        Needs the permission Configuration management > Edit configurations. Raises BadRequest, NotFound.

        Args:
            environment_key: Key of the environment (stage).
            application_key: Key of the app.
            body: What is sent, a `ApplicationConfigurationPatch`.
        """
        return self._call(_UPDATE, (environment_key, application_key), {}, body, options)

    def get_deployed(
        self,
        environment_key: UUID | str,
        application_key: UUID | str,
        *,
        fields: Sequence[str] | None = None,
        show_binary_values: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> ApplicationConfiguration:
        """Get the configurations of the revision of an app that is deployed.

        Needs the permission Configuration management > View configurations. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
            application_key: Key of the app.
            fields: Parts to return: systemConfigurations, settings, timers, integrations, libraries; all if
                not given.
            show_binary_values: Whether to include the values of binary configurations.
        """
        return self._call(
            _GET_DEPLOYED,
            (environment_key, application_key),
            {"fields": fields, "showBinaryValues": show_binary_values},
            None,
            options,
        )

    def get(
        self,
        environment_key: UUID | str,
        application_key: UUID | str,
        revision: str,
        *,
        fields: Sequence[str] | None = None,
        show_binary_values: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> ApplicationConfiguration:
        """Get the configurations of a revision of an app.

        Needs the permission Configuration management > View configurations. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
            application_key: Key of the app.
            revision: Number of the revision.
            fields: Parts to return: systemConfigurations, settings, timers, integrations, libraries; all if
                not given.
            show_binary_values: Whether to include the values of binary configurations.
        """
        return self._call(
            _GET,
            (environment_key, application_key, revision),
            {"fields": fields, "showBinaryValues": show_binary_values},
            None,
            options,
        )


class AsyncApplicationConfigurations(AsyncResource):
    """Application configurations, to be awaited; each method also takes the options of `CallOptions`."""

    async def update(
        self,
        environment_key: UUID | str,
        application_key: UUID | str,
        body: ApplicationConfigurationPatch,
        **options: Unpack[CallOptions],
    ) -> None:
        """Change configurations of an app; what is not given stays."""
        return await self._call(_UPDATE, (environment_key, application_key), {}, body, options)

    async def get_deployed(
        self,
        environment_key: UUID | str,
        application_key: UUID | str,
        *,
        fields: Sequence[str] | None = None,
        show_binary_values: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> ApplicationConfiguration:
        """Get the configurations of the revision of an app that is deployed."""
        return await self._call(
            _GET_DEPLOYED,
            (environment_key, application_key),
            {"fields": fields, "showBinaryValues": show_binary_values},
            None,
            options,
        )

    async def get(
        self,
        environment_key: UUID | str,
        application_key: UUID | str,
        revision: str,
        *,
        fields: Sequence[str] | None = None,
        show_binary_values: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> ApplicationConfiguration:
        """Get the configurations of a revision of an app. See `ApplicationConfigurations.get`."""
        return await self._call(
            _GET,
            (environment_key, application_key, revision),
            {"fields": fields, "showBinaryValues": show_binary_values},
            None,
            options,
        )
