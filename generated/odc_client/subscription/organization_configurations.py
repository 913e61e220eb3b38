"""Organization configurations: `odc.subscription.organization_configurations`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation
from .._runtime.kernel.parameter import Media
from . import models

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.policy.options import CallOptions
    from .models import OrganizationConfiguration

_GET = Operation(
    "subscription.organization_configurations.get",
    "GET",
    "/organization/configurations",
    lambda data: models.OrganizationConfiguration.decode(data),
    permissions=("Subscriptions > View subscription",),
)

_UPDATE = Operation(
    "subscription.organization_configurations.update",
    "PATCH",
    "/organization/configurations",
    body=(Media("application/json", "OrganizationConfiguration"),),
    needs_body=True,
    permissions=("Subscriptions > Manage subscription",),
)


class OrganizationConfigurations(Resource):
    """Organization configurations; each method also takes the options of `CallOptions`."""

    def get(self, **options: Unpack[CallOptions]) -> OrganizationConfiguration:
        """Get which e-mail domains count as internal.

        Needs the permission Subscriptions > View subscription. Raises NotFound.
        """
        return self._call(_GET, (), {}, None, options)

    def update(self, body: OrganizationConfiguration, **options: Unpack[CallOptions]) -> None:
        """Change which e-mail domains count as internal.

        Needs the permission Subscriptions > Manage subscription.
        """
        return self._call(_UPDATE, (), {}, body, options)


class AsyncOrganizationConfigurations(AsyncResource):
    """Organization configurations, to be awaited; each method also takes the options of `CallOptions`."""

    async def get(self, **options: Unpack[CallOptions]) -> OrganizationConfiguration:
        """Get which e-mail domains count as internal. See `OrganizationConfigurations.get`."""
        return await self._call(_GET, (), {}, None, options)

    async def update(self, body: OrganizationConfiguration, **options: Unpack[CallOptions]) -> None:
        """Change which e-mail domains count as internal. See `OrganizationConfigurations.update`."""
        return await self._call(_UPDATE, (), {}, body, options)
