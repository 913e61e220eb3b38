"""Default system configurations: `odc.asset_configurations.default_system_configurations`."""

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
    from .models import SystemConfigurations, SystemConfigurationsPatch

_GET = Operation(
    "asset_configurations.default_system_configurations.get",
    "GET",
    "/environments/{environmentKey}/default-system-configurations",
    lambda data: models.SystemConfigurations.decode(data),
    permissions=("Configuration management > View configurations",),
)

_UPDATE = Operation(
    "asset_configurations.default_system_configurations.update",
    "PATCH",
    "/environments/{environmentKey}/default-system-configurations",
    body=(Media("application/json", "SystemConfigurationsPatch"),),
    needs_body=True,
    permissions=(
        "Configuration management > Edit configurations",
        "Configuration management > Manage Email SMTP configuration",
    ),
)


class DefaultSystemConfigurations(Resource):
    """Default system configurations; each method also takes the options of `CallOptions`."""

    def get(self, environment_key: UUID | str, **options: Unpack[CallOptions]) -> SystemConfigurations:
        """Get the system configurations that hold in an environment by default.

        Needs the permission Configuration management > View configurations. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
        """
        return self._call(_GET, (environment_key,), {}, None, options)

    def update(
        self, environment_key: UUID | str, body: SystemConfigurationsPatch, **options: Unpack[CallOptions]
    ) -> None:
        """Change system configurations that hold in an environment by default; what is not given stays.

        Needs one of the permissions Configuration management > Edit configurations, Manage Email SMTP
        configuration. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
            body: What is sent, a `SystemConfigurationsPatch`.
        """
        return self._call(_UPDATE, (environment_key,), {}, body, options)


class AsyncDefaultSystemConfigurations(AsyncResource):
    """Default system configurations, to be awaited; each method also takes the options of `CallOptions`."""

    async def get(self, environment_key: UUID | str, **options: Unpack[CallOptions]) -> SystemConfigurations:
        """Get the system configurations that hold in an environment by default."""
        return await self._call(_GET, (environment_key,), {}, None, options)

    async def update(
        self, environment_key: UUID | str, body: SystemConfigurationsPatch, **options: Unpack[CallOptions]
    ) -> None:
        """Change system configurations that hold in an environment by default; what is not given stays."""
        return await self._call(_UPDATE, (environment_key,), {}, body, options)
