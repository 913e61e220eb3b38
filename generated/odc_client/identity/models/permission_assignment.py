"""PermissionAssignment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class PermissionAssignment:
    """A permission to put into an organization role.

    Attributes:
        environment_keys: Environments that it covers.
        portfolio_keys: Portfolios that it covers.
    """

    name: str | Unset | None = UNSET
    claim_name: str | Unset | None = UNSET
    environment_keys: Sequence[UUID | str] | Unset | None = UNSET
    permission_key: UUID | str
    portfolio_keys: Sequence[UUID | str] | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.name is not UNSET:
            body["name"] = self.name
        if self.claim_name is not UNSET:
            body["claimName"] = self.claim_name
        if self.environment_keys is not UNSET:
            body["environmentKeys"] = (
                None if self.environment_keys is None else [str(item) for item in self.environment_keys]
            )
        body["permissionKey"] = str(self.permission_key)
        if self.portfolio_keys is not UNSET:
            body["portfolioKeys"] = (
                None if self.portfolio_keys is None else [str(item) for item in self.portfolio_keys]
            )
        return body
