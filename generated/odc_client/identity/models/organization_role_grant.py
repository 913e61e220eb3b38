"""OrganizationRoleGrant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .grant_period import GrantPeriod

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class OrganizationRoleGrant:
    """Where and when a granted organization role applies.

    Attributes:
        asset_keys: Assets to which the grant is limited; the whole organization if not given.
        grant_period: When the grant applies; for good if not given.
        portfolio_key: Portfolio of the assets; the main one if not given.
    """

    asset_keys: Sequence[UUID | str] | Unset | None = UNSET
    grant_period: GrantPeriod | Unset | None = UNSET
    portfolio_key: UUID | str | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.asset_keys is not UNSET:
            body["assetKeys"] = None if self.asset_keys is None else [str(item) for item in self.asset_keys]
        if self.grant_period is not UNSET:
            body["grantPeriod"] = None if self.grant_period is None else self.grant_period.encode()
        if self.portfolio_key is not UNSET:
            body["portfolioKey"] = None if self.portfolio_key is None else str(self.portfolio_key)
        return body
