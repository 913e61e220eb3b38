"""Environments: `odc.portfolios.environments`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging
from .._runtime.kernel.parameter import Media
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.policy.options import CallOptions
    from .models import Environment, EnvironmentPatch, EnvironmentsPatch

_LIST = Operation(
    "portfolios.environments.list",
    "GET",
    "/environments",
    lambda data: decode_list(data, models.Environment.decode),
    paging=Paging(limit=None, offset=None),
    permissions=("Stage > View stage",),
)

_UPDATE_MANY = Operation(
    "portfolios.environments.update_many",
    "PATCH",
    "/environments",
    body=(Media("application/json", "EnvironmentsPatch"),),
    needs_body=True,
    permissions=("Portfolio management > Manage portfolio", "Portfolio management > Manage stages"),
)

_UPDATE = Operation(
    "portfolios.environments.update",
    "PATCH",
    "/environments/{environmentKey}",
    body=(Media("application/json", "EnvironmentPatch"),),
    needs_body=True,
    permissions=("Portfolio management > Manage portfolio", "Portfolio management > Manage stages"),
)


class Environments(Resource):
    """Environments; each method also takes the options of `CallOptions`."""

    def list(
        self, *, portfolio_key: UUID | str | None = None, **options: Unpack[CallOptions]
    ) -> Pager[Environment]:
        """List environments (stages).

        Needs the permission Stage > View stage. Raises BadRequest.

        Args:
            portfolio_key: Only environments of this portfolio.
        """
        return self._pages(_LIST, (), {"portfolioKey": portfolio_key}, None, options)

    def update_many(self, body: EnvironmentsPatch, **options: Unpack[CallOptions]) -> None:
        """Change the names or the order of several environments.

        Needs one of the permissions Portfolio management > Manage portfolio, Manage stages. Raises
        BadRequest, NotFound, UnprocessableEntity.
        """
        return self._call(_UPDATE_MANY, (), {}, body, options)

    def update(
        self, environment_key: UUID | str, body: EnvironmentPatch, **options: Unpack[CallOptions]
    ) -> None:
        """Change the name or the order of an environment.

        Needs one of the permissions Portfolio management > Manage portfolio, Manage stages. Raises
        BadRequest, NotFound, UnprocessableEntity.

        Args:
            environment_key: Key of the environment (stage).
            body: What is sent, a `EnvironmentPatch`.
        """
        return self._call(_UPDATE, (environment_key,), {}, body, options)


class AsyncEnvironments(AsyncResource):
    """Environments, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self, *, portfolio_key: UUID | str | None = None, **options: Unpack[CallOptions]
    ) -> AsyncPager[Environment]:
        """List environments (stages). See `Environments.list`."""
        return self._pages(_LIST, (), {"portfolioKey": portfolio_key}, None, options)

    async def update_many(self, body: EnvironmentsPatch, **options: Unpack[CallOptions]) -> None:
        """Change the names or the order of several environments. See `Environments.update_many`."""
        return await self._call(_UPDATE_MANY, (), {}, body, options)

    async def update(
        self, environment_key: UUID | str, body: EnvironmentPatch, **options: Unpack[CallOptions]
    ) -> None:
        """Change the name or the order of an environment. See `Environments.update`."""
        return await self._call(_UPDATE, (environment_key,), {}, body, options)
