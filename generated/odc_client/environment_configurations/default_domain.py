"""Default domain: `odc.environment_configurations.default_domain`."""

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
    from .models import CurrentDefaultDomain, DefaultDomainPatch

_GET = Operation(
    "environment_configurations.default_domain.get",
    "GET",
    "/environments/{environmentKey}/default-domain",
    lambda data: models.CurrentDefaultDomain.decode(data),
    permissions=("Configuration management > View configurations",),
)

_UPDATE = Operation(
    "environment_configurations.default_domain.update",
    "PATCH",
    "/environments/{environmentKey}/default-domain",
    body=(Media("application/json", "DefaultDomainPatch"),),
    needs_body=True,
    permissions=("Configuration management > Manage domains",),
)


class DefaultDomain(Resource):
    """Default domain; each method also takes the options of `CallOptions`."""

    def get(self, environment_key: UUID | str, **options: Unpack[CallOptions]) -> CurrentDefaultDomain:
        """Get the default domain of an environment.

        Needs the permission Configuration management > View configurations. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
        """
        return self._call(_GET, (environment_key,), {}, None, options)

    def update(
        self, environment_key: UUID | str, body: DefaultDomainPatch, **options: Unpack[CallOptions]
    ) -> None:
        """Set the default domain of an environment.

        Needs the permission Configuration management > Manage domains. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
            body: What is sent, a `DefaultDomainPatch`.
        """
        return self._call(_UPDATE, (environment_key,), {}, body, options)


class AsyncDefaultDomain(AsyncResource):
    """Default domain, to be awaited; each method also takes the options of `CallOptions`."""

    async def get(self, environment_key: UUID | str, **options: Unpack[CallOptions]) -> CurrentDefaultDomain:
        """Get the default domain of an environment. See `DefaultDomain.get`."""
        return await self._call(_GET, (environment_key,), {}, None, options)

    async def update(
        self, environment_key: UUID | str, body: DefaultDomainPatch, **options: Unpack[CallOptions]
    ) -> None:
        """Set the default domain of an environment. See `DefaultDomain.update`."""
        return await self._call(_UPDATE, (environment_key,), {}, body, options)
