"""Public elements: `odc.dependency_management.public_elements`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging
from .._runtime.kernel.unset import UNSET
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.kernel.unset import Unset
    from .._runtime.policy.options import CallOptions
    from .models import AssetFilter, PublicElement

_SEARCH = Operation(
    "dependency_management.public_elements.search",
    "POST",
    "/public-elements/search",
    lambda data: decode_list(data, models.PublicElement.decode),
    paging=Paging(in_body=True),
)


class PublicElements(Resource):
    """Public elements; each method also takes the options of `CallOptions`."""

    def search(
        self,
        *,
        asset_filters: Sequence[AssetFilter] | Unset | None = UNSET,
        consumer_portfolio_keys: Sequence[UUID | str] | Unset | None = UNSET,
        element_name_contains: str | Unset | None = UNSET,
        element_name_or_description_contains: str | Unset | None = UNSET,
        element_type: str | Unset | None = UNSET,
        include_hidden: bool | Unset | None = UNSET,
        limit: int | Unset | None = UNSET,
        offset: int | Unset | None = UNSET,
        sort: str | Unset | None = UNSET,
        sort_ascending: bool | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> Pager[PublicElement]:
        """List public elements that the caller may refer to.

        Raises NotFound.

        Args:
            asset_filters: Only elements of these assets.
            consumer_portfolio_keys: Only elements for consumers in these portfolios.
            element_name_contains: Part of the name to look for.
            element_name_or_description_contains: Part of the name or the description to look for.
            element_type: Only elements of this type.
            include_hidden: Whether to include hidden elements.
            limit: Items per page.
            offset: Index of the first item to return.
            sort: Field to sort by.
            sort_ascending: Whether to sort upwards.
        """
        body = models.PublicElementSearch(
            asset_filters=asset_filters,
            consumer_portfolio_keys=consumer_portfolio_keys,
            element_name_contains=element_name_contains,
            element_name_or_description_contains=element_name_or_description_contains,
            element_type=element_type,
            include_hidden=include_hidden,
            limit=limit,
            offset=offset,
            sort=sort,
            sort_ascending=sort_ascending,
        )
        return self._pages(_SEARCH, (), {}, body, options)


class AsyncPublicElements(AsyncResource):
    """Public elements, to be awaited; each method also takes the options of `CallOptions`."""

    def search(
        self,
        *,
        asset_filters: Sequence[AssetFilter] | Unset | None = UNSET,
        consumer_portfolio_keys: Sequence[UUID | str] | Unset | None = UNSET,
        element_name_contains: str | Unset | None = UNSET,
        element_name_or_description_contains: str | Unset | None = UNSET,
        element_type: str | Unset | None = UNSET,
        include_hidden: bool | Unset | None = UNSET,
        limit: int | Unset | None = UNSET,
        offset: int | Unset | None = UNSET,
        sort: str | Unset | None = UNSET,
        sort_ascending: bool | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[PublicElement]:
        """List public elements that the caller may refer to. See `PublicElements.search`."""
        body = models.PublicElementSearch(
            asset_filters=asset_filters,
            consumer_portfolio_keys=consumer_portfolio_keys,
            element_name_contains=element_name_contains,
            element_name_or_description_contains=element_name_or_description_contains,
            element_type=element_type,
            include_hidden=include_hidden,
            limit=limit,
            offset=offset,
            sort=sort,
            sort_ascending=sort_ascending,
        )
        return self._pages(_SEARCH, (), {}, body, options)
