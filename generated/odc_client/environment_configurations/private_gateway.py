"""Private gateway: `odc.environment_configurations.private_gateway`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation
from . import models

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.policy.options import CallOptions
    from .models import PrivateGatewayStatus, PrivateGatewayToken

_GET = Operation(
    "environment_configurations.private_gateway.get",
    "GET",
    "/environments/{environmentKey}/private-gateway",
    lambda data: models.PrivateGatewayStatus.decode(data),
    permissions=("Configuration management > View configurations",),
)

_ACTIVATE = Operation(
    "environment_configurations.private_gateway.activate",
    "POST",
    "/environments/{environmentKey}/private-gateway/activation",
    lambda data: models.PrivateGatewayToken.decode(data),
    permissions=("Configuration management > Manage private gateways",),
)

_DEACTIVATE = Operation(
    "environment_configurations.private_gateway.deactivate",
    "POST",
    "/environments/{environmentKey}/private-gateway/deactivation",
    lambda data: models.PrivateGatewayToken.decode(data),
    permissions=("Configuration management > Manage private gateways",),
)

_ROTATE_KEY = Operation(
    "environment_configurations.private_gateway.rotate_key",
    "POST",
    "/environments/{environmentKey}/private-gateway/key-rotation",
    lambda data: models.PrivateGatewayToken.decode(data),
    permissions=("Configuration management > Manage private gateways",),
)


class PrivateGateway(Resource):
    """Private gateway; each method also takes the options of `CallOptions`."""

    def get(self, environment_key: UUID | str, **options: Unpack[CallOptions]) -> PrivateGatewayStatus:
        """Get the state of the private gateway of an environment.

        Needs the permission Configuration management > View configurations. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
        """
        return self._call(_GET, (environment_key,), {}, None, options)

    def activate(self, environment_key: UUID | str, **options: Unpack[CallOptions]) -> PrivateGatewayToken:
        """Activate the private gateway and get the token for its client.

        Needs the permission Configuration management > Manage private gateways. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
        """
        return self._call(_ACTIVATE, (environment_key,), {}, None, options)

    def deactivate(self, environment_key: UUID | str, **options: Unpack[CallOptions]) -> PrivateGatewayToken:
        """Deactivate the private gateway.

        Needs the permission Configuration management > Manage private gateways. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
        """
        return self._call(_DEACTIVATE, (environment_key,), {}, None, options)

    def rotate_key(self, environment_key: UUID | str, **options: Unpack[CallOptions]) -> PrivateGatewayToken:
        """Replace the key of the private gateway and get the new token.

        Needs the permission Configuration management > Manage private gateways. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
        """
        return self._call(_ROTATE_KEY, (environment_key,), {}, None, options)


class AsyncPrivateGateway(AsyncResource):
    """Private gateway, to be awaited; each method also takes the options of `CallOptions`."""

    async def get(self, environment_key: UUID | str, **options: Unpack[CallOptions]) -> PrivateGatewayStatus:
        """Get the state of the private gateway of an environment. See `PrivateGateway.get`."""
        return await self._call(_GET, (environment_key,), {}, None, options)

    async def activate(
        self, environment_key: UUID | str, **options: Unpack[CallOptions]
    ) -> PrivateGatewayToken:
        """Activate the private gateway and get the token for its client. See `PrivateGateway.activate`."""
        return await self._call(_ACTIVATE, (environment_key,), {}, None, options)

    async def deactivate(
        self, environment_key: UUID | str, **options: Unpack[CallOptions]
    ) -> PrivateGatewayToken:
        """Deactivate the private gateway. See `PrivateGateway.deactivate`."""
        return await self._call(_DEACTIVATE, (environment_key,), {}, None, options)

    async def rotate_key(
        self, environment_key: UUID | str, **options: Unpack[CallOptions]
    ) -> PrivateGatewayToken:
        """Replace the key of the private gateway and get the new token. See `PrivateGateway.rotate_key`."""
        return await self._call(_ROTATE_KEY, (environment_key,), {}, None, options)
