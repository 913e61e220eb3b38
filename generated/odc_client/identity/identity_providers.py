"""Identity providers: `odc.identity.identity_providers`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging
from .._runtime.kernel.parameter import Param
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.policy.options import CallOptions
    from .models import IdentityProvider

_LIST = Operation(
    "identity.identity_providers.list",
    "GET",
    "/identity-providers",
    lambda data: decode_list(data, models.IdentityProvider.decode),
    params=(Param("limit", kind="int"), Param("offset", kind="int")),
    paging=Paging(),
    permissions=("at least one permission",),
)

_GET = Operation(
    "identity.identity_providers.get",
    "GET",
    "/identity-providers/{key}",
    lambda data: models.IdentityProvider.decode(data),
    permissions=("at least one permission",),
)


class IdentityProviders(Resource):
    """Identity providers; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        key: UUID | str | None = None,
        name_contains: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[IdentityProvider]:
        """List identity providers.

        Needs the permission at least one permission. Raises BadRequest.

        Args:
            key: Only the identity provider with this key.
            name_contains: Part of the name to look for.
            limit: Items per page: 1 to 100, 100 if not given.
            offset: Index of the first item to return; 0 if not given.
        """
        return self._pages(
            _LIST,
            (),
            {"key": key, "nameContains": name_contains, "limit": limit, "offset": offset},
            None,
            options,
        )

    def get(self, key: UUID | str, **options: Unpack[CallOptions]) -> IdentityProvider:
        """Get one identity provider with its configuration.

        Needs the permission at least one permission. Raises BadRequest, NotFound.

        Args:
            key: Key of the identity provider.
        """
        return self._call(_GET, (key,), {}, None, options)


class AsyncIdentityProviders(AsyncResource):
    """Identity providers, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        key: UUID | str | None = None,
        name_contains: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[IdentityProvider]:
        """List identity providers. See `IdentityProviders.list`."""
        return self._pages(
            _LIST,
            (),
            {"key": key, "nameContains": name_contains, "limit": limit, "offset": offset},
            None,
            options,
        )

    async def get(self, key: UUID | str, **options: Unpack[CallOptions]) -> IdentityProvider:
        """Get one identity provider with its configuration. See `IdentityProviders.get`."""
        return await self._call(_GET, (key,), {}, None, options)
