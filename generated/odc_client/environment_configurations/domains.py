"""Domains: `odc.environment_configurations.domains`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging
from .._runtime.kernel.parameter import Media, Param
from .._runtime.kernel.unset import UNSET
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.kernel.unset import Unset
    from .._runtime.policy.options import CallOptions
    from .models import Domain, DomainPatch, UpdatedDomain

_LIST = Operation(
    "environment_configurations.domains.list",
    "GET",
    "/environments/{environmentKey}/domains",
    lambda data: decode_list(data, models.Domain.decode),
    params=(Param("limit", kind="int"), Param("offset", kind="int")),
    paging=Paging(),
    permissions=("Configuration management > View configurations",),
)

_CREATE = Operation(
    "environment_configurations.domains.create",
    "POST",
    "/environments/{environmentKey}/domains",
    lambda data: models.Domain.decode(data),
    permissions=("Configuration management > Manage domains",),
)

_GET = Operation(
    "environment_configurations.domains.get",
    "GET",
    "/environments/{environmentKey}/domains/{domainKey}",
    lambda data: models.Domain.decode(data),
    permissions=("Configuration management > View configurations",),
)

_DELETE = Operation(
    "environment_configurations.domains.delete",
    "DELETE",
    "/environments/{environmentKey}/domains/{domainKey}",
    permissions=("Configuration management > Manage domains",),
)

_UPDATE = Operation(
    "environment_configurations.domains.update",
    "PATCH",
    "/environments/{environmentKey}/domains/{domainKey}",
    lambda data: models.UpdatedDomain.decode(data),
    body=(Media("application/json", "DomainPatch"),),
    needs_body=True,
    permissions=("Configuration management > Manage domains",),
)


class Domains(Resource):
    """Domains; each method also takes the options of `CallOptions`."""

    def list(
        self,
        environment_key: UUID | str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Domain]:
        """List the domains of an environment.

        Needs the permission Configuration management > View configurations. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
            limit: Items per page: 1 to 100, 100 if not given.
            offset: Index of the first item to return; 0 if not given.
        """
        return self._pages(_LIST, (environment_key,), {"limit": limit, "offset": offset}, None, options)

    def create(
        self,
        environment_key: UUID | str,
        *,
        hostname: str,
        name: str | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> Domain:
        """Add a custom domain to an environment.

        Needs the permission Configuration management > Manage domains. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
            hostname: Hostname that belongs to you.
            name: Name by which to recognise the domain.
        """
        body = models.DomainCreate(name=name, hostname=hostname)
        return self._call(_CREATE, (environment_key,), {}, body, options)

    def get(self, environment_key: UUID | str, domain_key: str, **options: Unpack[CallOptions]) -> Domain:
        """Get one domain.

        Needs the permission Configuration management > View configurations. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
            domain_key: Key of the domain.
        """
        return self._call(_GET, (environment_key, domain_key), {}, None, options)

    def delete(self, environment_key: UUID | str, domain_key: str, **options: Unpack[CallOptions]) -> None:
        """Remove a custom domain from an environment.

        Needs the permission Configuration management > Manage domains. Raises NotFound.

        Args:
            environment_key: Key of the environment (stage).
            domain_key: Key of the domain.
        """
        return self._call(_DELETE, (environment_key, domain_key), {}, None, options)

    def update(
        self, environment_key: UUID | str, domain_key: str, body: DomainPatch, **options: Unpack[CallOptions]
    ) -> UpdatedDomain:
        """Change the default app of a domain and how it redirects; null removes the default app.

        Needs the permission Configuration management > Manage domains. Raises BadRequest, NotFound.

        Args:
            environment_key: Key of the environment (stage).
            domain_key: Key of the domain.
            body: What is sent, a `DomainPatch`.
        """
        return self._call(_UPDATE, (environment_key, domain_key), {}, body, options)


class AsyncDomains(AsyncResource):
    """Domains, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        environment_key: UUID | str,
        *,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[Domain]:
        """List the domains of an environment. See `Domains.list`."""
        return self._pages(_LIST, (environment_key,), {"limit": limit, "offset": offset}, None, options)

    async def create(
        self,
        environment_key: UUID | str,
        *,
        hostname: str,
        name: str | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> Domain:
        """Add a custom domain to an environment. See `Domains.create`."""
        body = models.DomainCreate(name=name, hostname=hostname)
        return await self._call(_CREATE, (environment_key,), {}, body, options)

    async def get(
        self, environment_key: UUID | str, domain_key: str, **options: Unpack[CallOptions]
    ) -> Domain:
        """Get one domain. See `Domains.get`."""
        return await self._call(_GET, (environment_key, domain_key), {}, None, options)

    async def delete(
        self, environment_key: UUID | str, domain_key: str, **options: Unpack[CallOptions]
    ) -> None:
        """Remove a custom domain from an environment. See `Domains.delete`."""
        return await self._call(_DELETE, (environment_key, domain_key), {}, None, options)

    async def update(
        self, environment_key: UUID | str, domain_key: str, body: DomainPatch, **options: Unpack[CallOptions]
    ) -> UpdatedDomain:
        """Change the default app of a domain and how it redirects; null removes the default app."""
        return await self._call(_UPDATE, (environment_key, domain_key), {}, body, options)
