"""IpFilterGroupPatch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .ip_filter_access_type import IpFilterAccessType
from .ip_filter_rule import IpFilterRule

if TYPE_CHECKING:
    from collections.abc import Sequence


@define(kw_only=True)
class IpFilterGroupPatch:
    """Changes to an IP filter group.

    Attributes:
        access_type: Whether the rules of a group admit or refuse addresses.
        app_keys: Apps to which the group applies.
        ip_rules: Rules with address ranges.
    """

    name: str | Unset | None = UNSET
    access_type: IpFilterAccessType | str | Unset | None = UNSET
    app_keys: Sequence[str] | Unset | None = UNSET
    description: str | Unset | None = UNSET
    ip_rules: Sequence[IpFilterRule] | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.name is not UNSET:
            body["name"] = self.name
        if self.access_type is not UNSET:
            body["accessType"] = self.access_type
        if self.app_keys is not UNSET:
            body["appKeys"] = None if self.app_keys is None else list(self.app_keys)
        if self.description is not UNSET:
            body["description"] = self.description
        if self.ip_rules is not UNSET:
            body["ipRules"] = None if self.ip_rules is None else [item.encode() for item in self.ip_rules]
        return body
