"""IpFilterGroupPatch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from attrs import define

from ..._runtime.kernel.unset import UNSET, Unset
from .ip_filter_access_type import IpFilterAccessType
from .ip_filter_rule import IpFilterRule

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class IpFilterGroupPatch:
    """Changes to an IP filter group.

    Attributes:
        access_type: Whether the rules of a group admit or refuse addresses.
        application_keys: Apps to which the group applies.
        ip_rules: Rules with address ranges.
    """

    name: str | Unset | None = UNSET
    access_type: IpFilterAccessType | str | Unset | None = UNSET
    application_keys: Sequence[UUID | str] | Unset | None = UNSET
    description: str | Unset | None = UNSET
    ip_rules: Sequence[IpFilterRule] | Unset | None = UNSET

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        if self.name is not UNSET:
            body["name"] = self.name
        if self.access_type is not UNSET:
            body["accessType"] = self.access_type
        if self.application_keys is not UNSET:
            body["appKeys"] = (
                None if self.application_keys is None else [str(item) for item in self.application_keys]
            )
        if self.description is not UNSET:
            body["description"] = self.description
        if self.ip_rules is not UNSET:
            body["ipRules"] = None if self.ip_rules is None else [item.encode() for item in self.ip_rules]
        return body
