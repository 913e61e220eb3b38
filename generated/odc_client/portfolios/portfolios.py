"""Portfolios: `odc.portfolios.portfolios`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging
from .._runtime.kernel.parameter import Media, Param
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.policy.options import CallOptions
    from .models import Portfolio, PortfolioPatch

_LIST = Operation(
    "portfolios.portfolios.list",
    "GET",
    "/portfolios",
    lambda data: decode_list(data, models.Portfolio.decode),
    params=(Param("limit", kind="int"), Param("offset", kind="int")),
    paging=Paging(),
    permissions=("at least one permission",),
)

_UPDATE = Operation(
    "portfolios.portfolios.update",
    "PATCH",
    "/portfolios/{portfolioKey}",
    body=(Media("application/json", "PortfolioPatch"),),
    needs_body=True,
    permissions=("Portfolio management > Manage portfolio",),
)


class Portfolios(Resource):
    """Portfolios; each method also takes the options of `CallOptions`."""

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


class AsyncPortfolios(AsyncResource):
    """Portfolios, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        portfolio_key: UUID | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[Portfolio]:
        """List portfolios. See `Portfolios.list`."""
        return self._pages(
            _LIST, (), {"portfolioKey": portfolio_key, "limit": limit, "offset": offset}, None, options
        )

    async def update(
        self, portfolio_key: UUID | str, body: PortfolioPatch, **options: Unpack[CallOptions]
    ) -> None:
        """Rename a portfolio. See `Portfolios.update`."""
        return await self._call(_UPDATE, (portfolio_key,), {}, body, options)
