"""Details: `odc.portfolios.details`."""

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
    from .models import Portfolio, PortfolioPatch

_LIST = Operation(
    "portfolios.details.list",
    "GET",
    "/portfolios",
    lambda data: decode_list(data, models.Portfolio.decode),
    paging=Paging(),
    permissions=("at least one permission",),
)

_UPDATE = Operation(
    "portfolios.details.update",
    "PATCH",
    "/portfolios/{portfolioKey}",
    permissions=("Portfolio management > Manage portfolio",),
)


class Details(Resource):
    """Details; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        portfolio_key: UUID | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Portfolio]:
        """List portfolios.

        Needs the permission at least one permission. Raises BadRequest.

        Args:
            portfolio_key: Only the portfolio with this key.
            limit: Items per page; 100 if not given.
            offset: Index of the first item to return; 0 if not given.
        """
        return self._pages(
            _LIST, (), {"portfolioKey": portfolio_key, "limit": limit, "offset": offset}, None, options
        )

    def update(self, portfolio_key: UUID | str, body: PortfolioPatch, **options: Unpack[CallOptions]) -> None:
        """Rename a portfolio.

        Needs the permission Portfolio management > Manage portfolio. Raises BadRequest, NotFound,
        UnprocessableEntity.

        Args:
            portfolio_key: Key of the portfolio.
            body: What is sent, a `PortfolioPatch`.
        """
        return self._call(_UPDATE, (portfolio_key,), {}, body, options)


class AsyncDetails(AsyncResource):
    """Details, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        portfolio_key: UUID | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[Portfolio]:
        """List portfolios. See `Details.list`."""
        return self._pages(
            _LIST, (), {"portfolioKey": portfolio_key, "limit": limit, "offset": offset}, None, options
        )

    async def update(
        self, portfolio_key: UUID | str, body: PortfolioPatch, **options: Unpack[CallOptions]
    ) -> None:
        """Rename a portfolio. See `Details.update`."""
        return await self._call(_UPDATE, (portfolio_key,), {}, body, options)
