"""Builtin domains: `odc.environment_configurations.builtin_domains`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

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
    "environment_configurations.builtin_domains.list",
    "GET",
    "/environments/{environmentKey}/builtin-domains",
    lambda data: decode_list(data, models.BuiltinDomain.decode),
    paging=Paging(limit=None, offset=None),
    permissions=("Configuration management > View configurations",),
)

_CREATE = Operation(
    "environment_configurations.builtin_domains.create",
    "POST",
    "/environments/{environmentKey}/builtin-domains",
    permissions=("Configuration management > Manage domains",),
)

_CHECK_AVAILABILITY = Operation(
    "environment_configurations.builtin_domains.check_availability",
    "POST",
    "/environments/{environmentKey}/builtin-domains/availability",
    lambda data: models.BuiltinDomainAvailability.decode(data),
    permissions=("Configuration management > View configurations",),
)

_DELETE = Operation(
    "environment_configurations.builtin_domains.delete",
    "DELETE",
    "/environments/{environmentKey}/builtin-domains/{builtinDomainPrefix}",
    permissions=("Configuration management > Manage domains",),
)

_SET_PRIMARY = Operation(
    "environment_configurations.builtin_domains.set_primary",
    "PATCH",
    "/environments/{environmentKey}/builtin-domains/{builtinDomainPrefix}",
    permissions=("Configuration management > Manage domains",),
)


class BuiltinDomains(Resource):
    """Builtin domains; each method also takes the options of `CallOptions`."""

    def list(self, environment_key: UUID | str, **options: Unpack[CallOptions]) -> Pager[BuiltinDomain]:
        """List the built-in domains of an environment.

        Needs the permission Configuration management > View configurations. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
        """
        return self._pages(_LIST, (environment_key,), {}, None, options)

    def create(
        self, environment_key: UUID | str, *, builtin_domain_prefix: str, **options: Unpack[CallOptions]
    ) -> None:
        """Add a built-in domain to an environment.

        Needs the permission Configuration management > Manage domains. Raises BadRequest, NotFound.

        Args:
            environment_key: Key of the environment (stage).
            builtin_domain_prefix: Prefix of the built-in domain: its first label.
        """
        body = models.BuiltinDomainCreate(builtin_domain_prefix=builtin_domain_prefix)
        return self._call(_CREATE, (environment_key,), {}, body, options)

    def check_availability(
        self, environment_key: UUID | str, *, builtin_domain_prefix: str, **options: Unpack[CallOptions]
    ) -> BuiltinDomainAvailability:
        """Check whether a prefix can still be had for a built-in domain.

        Needs the permission Configuration management > View configurations. Raises BadRequest, NotFound.

        Args:
            environment_key: Key of the environment (stage).
            builtin_domain_prefix: Prefix of the built-in domain: its first label.
        """
        body = models.BuiltinDomainAvailabilityQuery(builtin_domain_prefix=builtin_domain_prefix)
        return self._call(_CHECK_AVAILABILITY, (environment_key,), {}, body, options)

    def delete(
        self, environment_key: UUID | str, builtin_domain_prefix: str, **options: Unpack[CallOptions]
    ) -> None:
        """Remove a built-in domain from an environment; the primary one cannot go.

        Needs the permission Configuration management > Manage domains. Raises BadRequest, NotFound.

        Args:
            environment_key: Key of the environment (stage).
            builtin_domain_prefix: Prefix of the built-in domain: its first label.
        """
        return self._call(_DELETE, (environment_key, builtin_domain_prefix), {}, None, options)

    def set_primary(
        self, environment_key: UUID | str, builtin_domain_prefix: str, **options: Unpack[CallOptions]
    ) -> None:
        """Make a built-in domain the primary one of its environment.

        Needs the permission Configuration management > Manage domains. Raises BadRequest, NotFound.

        Args:
            environment_key: Key of the environment (stage).
            builtin_domain_prefix: Prefix of the built-in domain: its first label.
        """
        return self._call(_SET_PRIMARY, (environment_key, builtin_domain_prefix), {}, None, options)


class AsyncBuiltinDomains(AsyncResource):
    """Builtin domains, to be awaited; each method also takes the options of `CallOptions`."""

    def list(self, environment_key: UUID | str, **options: Unpack[CallOptions]) -> AsyncPager[BuiltinDomain]:
        """List the built-in domains of an environment. See `BuiltinDomains.list`."""
        return self._pages(_LIST, (environment_key,), {}, None, options)

    async def create(
        self, environment_key: UUID | str, *, builtin_domain_prefix: str, **options: Unpack[CallOptions]
    ) -> None:
        """Add a built-in domain to an environment. See `BuiltinDomains.create`."""
        body = models.BuiltinDomainCreate(builtin_domain_prefix=builtin_domain_prefix)
        return await self._call(_CREATE, (environment_key,), {}, body, options)

    async def check_availability(
        self, environment_key: UUID | str, *, builtin_domain_prefix: str, **options: Unpack[CallOptions]
    ) -> BuiltinDomainAvailability:
        """Check whether a prefix can still be had for a built-in domain."""
        body = models.BuiltinDomainAvailabilityQuery(builtin_domain_prefix=builtin_domain_prefix)
        return await self._call(_CHECK_AVAILABILITY, (environment_key,), {}, body, options)

    async def delete(
        self, environment_key: UUID | str, builtin_domain_prefix: str, **options: Unpack[CallOptions]
    ) -> None:
        """Remove a built-in domain from an environment; the primary one cannot go."""
        return await self._call(_DELETE, (environment_key, builtin_domain_prefix), {}, None, options)

    async def set_primary(
        self, environment_key: UUID | str, builtin_domain_prefix: str, **options: Unpack[CallOptions]
    ) -> None:
        """Make a built-in domain the primary one of its environment. See `BuiltinDomains.set_primary`."""
        return await self._call(_SET_PRIMARY, (environment_key, builtin_domain_prefix), {}, None, options)
