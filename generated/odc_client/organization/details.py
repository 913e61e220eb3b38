"""Details: `odc.organization.details`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation
from .._runtime.kernel.parameter import Media
from . import models

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.policy.options import CallOptions
    from .models import Organization, OrganizationPatch

_GET = Operation(
    "organization.details.get",
    "GET",
    "/organization",
    lambda data: models.Organization.decode(data),
    permissions=("at least one permission",),
)

_UPDATE = Operation(
    "organization.details.update",
    "PATCH",
    "/organization",
    body=(Media("application/json", "OrganizationPatch"),),
    needs_body=True,
    permissions=("Organization management > Manage Organization",),
)


class Details(Resource):
    """Details; each method also takes the options of `CallOptions`."""

    def get(self, **options: Unpack[CallOptions]) -> Organization:
        """Get the name, the regions and other details of the organization.

        Needs the permission at least one permission. Raises NotFound.
        """
        return self._call(_GET, (), {}, None, options)

    def update(self, body: OrganizationPatch, **options: Unpack[CallOptions]) -> None:
        """Rename the organization.

        Needs the permission Organization management > Manage Organization. Raises BadRequest, NotFound.
        """
        return self._call(_UPDATE, (), {}, body, options)


class AsyncDetails(AsyncResource):
    """Details, to be awaited; each method also takes the options of `CallOptions`."""

    async def get(self, **options: Unpack[CallOptions]) -> Organization:
        """Get the name, the regions and other details of the organization. See `Details.get`."""
        return await self._call(_GET, (), {}, None, options)

    async def update(self, body: OrganizationPatch, **options: Unpack[CallOptions]) -> None:
        """Rename the organization. See `Details.update`."""
        return await self._call(_UPDATE, (), {}, body, options)
