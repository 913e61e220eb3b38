"""Builtin domains: `odc.organization.builtin_domains`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.policy.options import CallOptions
    from .models import BuiltinDomain, BuiltinDomainAvailability

_LIST = Operation(
    "organization.builtin_domains.list",
    "GET",
    "/builtin-domains",
    lambda data: decode_list(data, models.BuiltinDomain.decode),
    paging=Paging(limit=None, offset=None),
    permissions=("at least one permission",),
)

_CREATE = Operation(
    "organization.builtin_domains.create",
    "POST",
    "/builtin-domains",
    permissions=("Organization management > Manage Organization",),
)

_CHECK_AVAILABILITY = Operation(
    "organization.builtin_domains.check_availability",
    "POST",
    "/builtin-domains/availability",
    lambda data: models.BuiltinDomainAvailability.decode(data),
    permissions=("at least one permission",),
)

_DELETE = Operation(
    "organization.builtin_domains.delete",
    "DELETE",
    "/builtin-domains/{builtinDomainPrefix}",
    permissions=("Organization management > Manage Organization",),
)

_SET_PRIMARY = Operation(
    "organization.builtin_domains.set_primary",
    "PATCH",
    "/builtin-domains/{builtinDomainPrefix}",
    permissions=("Organization management > Manage Organization",),
)


class BuiltinDomains(Resource):
    """Builtin domains; each method also takes the options of `CallOptions`."""

    def list(self, **options: Unpack[CallOptions]) -> Pager[BuiltinDomain]:
        """List the built-in domains of the organization.

        Needs the permission at least one permission. Raises NotFound.
        """
        return self._pages(_LIST, (), {}, None, options)

    def create(self, *, builtin_domain_prefix: str, **options: Unpack[CallOptions]) -> None:
        """Add a built-in domain to the organization.

        Needs the permission Organization management > Manage Organization. Raises BadRequest, NotFound.

        Args:
            builtin_domain_prefix: Prefix of the built-in domain: its first label.
        """
        body = models.BuiltinDomainCreate(builtin_domain_prefix=builtin_domain_prefix)
        return self._call(_CREATE, (), {}, body, options)

    def check_availability(
        self, *, builtin_domain_prefix: str, **options: Unpack[CallOptions]
    ) -> BuiltinDomainAvailability:
        """Check whether a prefix can still be had for a built-in domain.

        Needs the permission at least one permission. Raises BadRequest, NotFound.

        Args:
            builtin_domain_prefix: Prefix of the built-in domain: its first label.
        """
        body = models.BuiltinDomainAvailabilityQuery(builtin_domain_prefix=builtin_domain_prefix)
        return self._call(_CHECK_AVAILABILITY, (), {}, body, options)

    def delete(self, builtin_domain_prefix: str, **options: Unpack[CallOptions]) -> None:
        """Remove a built-in domain from the organization; the primary one cannot go.

        Needs the permission Organization management > Manage Organization. Raises BadRequest, NotFound.

        Args:
            builtin_domain_prefix: Prefix of the built-in domain: its first label.
        """
        return self._call(_DELETE, (builtin_domain_prefix,), {}, None, options)

    def set_primary(self, builtin_domain_prefix: str, **options: Unpack[CallOptions]) -> None:
        """Make a built-in domain the primary one of the organization.

        Needs the permission Organization management > Manage Organization. Raises BadRequest, NotFound.

        Args:
            builtin_domain_prefix: Prefix of the built-in domain: its first label.
        """
        return self._call(_SET_PRIMARY, (builtin_domain_prefix,), {}, None, options)


class AsyncBuiltinDomains(AsyncResource):
    """Builtin domains, to be awaited; each method also takes the options of `CallOptions`."""

    def list(self, **options: Unpack[CallOptions]) -> AsyncPager[BuiltinDomain]:
        """List the built-in domains of the organization. See `BuiltinDomains.list`."""
        return self._pages(_LIST, (), {}, None, options)

    async def create(self, *, builtin_domain_prefix: str, **options: Unpack[CallOptions]) -> None:
        """Add a built-in domain to the organization. See `BuiltinDomains.create`."""
        body = models.BuiltinDomainCreate(builtin_domain_prefix=builtin_domain_prefix)
        return await self._call(_CREATE, (), {}, body, options)

    async def check_availability(
        self, *, builtin_domain_prefix: str, **options: Unpack[CallOptions]
    ) -> BuiltinDomainAvailability:
        """Check whether a prefix can still be had for a built-in domain."""
        body = models.BuiltinDomainAvailabilityQuery(builtin_domain_prefix=builtin_domain_prefix)
        return await self._call(_CHECK_AVAILABILITY, (), {}, body, options)

    async def delete(self, builtin_domain_prefix: str, **options: Unpack[CallOptions]) -> None:
        """Remove a built-in domain from the organization; the primary one cannot go."""
        return await self._call(_DELETE, (builtin_domain_prefix,), {}, None, options)

    async def set_primary(self, builtin_domain_prefix: str, **options: Unpack[CallOptions]) -> None:
        """Make a built-in domain the primary one of the organization. See `BuiltinDomains.set_primary`."""
        return await self._call(_SET_PRIMARY, (builtin_domain_prefix,), {}, None, options)
