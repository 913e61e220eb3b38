"""DomainCreate."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING


@define(kw_only=True)
class DomainCreate:
    """A custom domain to add.

    Attributes:
        name: Name by which to recognise the domain.
        hostname: Hostname that belongs to you.
    """

    name: str | Unset | None = UNSET
    hostname: str
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.name is not UNSET:
            body["name"] = self.name
        body["hostname"] = self.hostname
        return body
