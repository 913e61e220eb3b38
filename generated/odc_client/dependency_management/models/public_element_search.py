"""PublicElementSearch and its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class PublicElementSearch:
    """Filters of a search for public elements.

    Attributes:
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

    asset_filters: Sequence[AssetFilter] | Unset | None = UNSET
    consumer_portfolio_keys: Sequence[str] | Unset | None = UNSET
    element_name_contains: str | Unset | None = UNSET
    element_name_or_description_contains: str | Unset | None = UNSET
    element_type: str | Unset | None = UNSET
    include_hidden: bool | Unset | None = UNSET
    limit: int | Unset | None = UNSET
    offset: int | Unset | None = UNSET
    sort: str | Unset | None = UNSET
    sort_ascending: bool | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.asset_filters is not UNSET:
            body["assetFilters"] = (
                None if self.asset_filters is None else [item.encode() for item in self.asset_filters]
            )
        if self.consumer_portfolio_keys is not UNSET:
            body["consumerPortfolioKeys"] = (
                None if self.consumer_portfolio_keys is None else list(self.consumer_portfolio_keys)
            )
        if self.element_name_contains is not UNSET:
            body["elementNameContains"] = self.element_name_contains
        if self.element_name_or_description_contains is not UNSET:
            body["elementNameOrDescriptionContains"] = self.element_name_or_description_contains
        if self.element_type is not UNSET:
            body["elementType"] = self.element_type
        if self.include_hidden is not UNSET:
            body["includeHidden"] = self.include_hidden
        if self.limit is not UNSET:
            body["limit"] = self.limit
        if self.offset is not UNSET:
            body["offset"] = self.offset
        if self.sort is not UNSET:
            body["sort"] = self.sort
        if self.sort_ascending is not UNSET:
            body["sortAscending"] = self.sort_ascending
        return body


@define(kw_only=True)
class AssetFilter:
    """Assets to look in, by key and digest.

    Attributes:
        digest: Digest of the model; that of the latest revision if not given.
    """

    key: str | Unset | None = UNSET
    digest: str | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.key is not UNSET:
            body["key"] = self.key
        if self.digest is not UNSET:
            body["digest"] = self.digest
        return body
