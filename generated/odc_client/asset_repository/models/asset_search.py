"""AssetSearch and its parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class AssetSearch:
    """Filters of a search, of which a revision has to match one.

    Attributes:
        filters: Filters, of which a revision has to match one.
        embed: Related objects to include, as in `assets.list`.
    """

    filters: Sequence[AssetRevisionFilter] | Unset | None = UNSET
    embed: Sequence[str] | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.filters is not UNSET:
            body["assetVersionFilters"] = (
                None if self.filters is None else [item.encode() for item in self.filters]
            )
        if self.embed is not UNSET:
            body["embeds"] = None if self.embed is None else list(self.embed)
        return body


@define(kw_only=True)
class AssetRevisionFilter:
    """Revisions to look for, by key, digest and number.

    Attributes:
        is_highest_tag: Whether only the revision with the highest tag matches.
    """

    key: str | Unset | None = UNSET
    digest: str | Unset | None = UNSET
    is_highest_tag: bool | Unset = UNSET
    revision: int | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.key is not UNSET:
            body["key"] = self.key
        if self.digest is not UNSET:
            body["digest"] = self.digest
        if self.is_highest_tag is not UNSET:
            body["isHighestTag"] = self.is_highest_tag
        if self.revision is not UNSET:
            body["revision"] = self.revision
        return body
