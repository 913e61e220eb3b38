"""DefaultDomainPatch."""

from __future__ import annotations

from typing import Any

from attrs import define


@define(kw_only=True)
class DefaultDomainPatch:
    """The domain to make the default."""

    default_domain: str

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        body["defaultDomain"] = self.default_domain
        return body
