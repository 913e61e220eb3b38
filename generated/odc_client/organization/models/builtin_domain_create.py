"""BuiltinDomainCreate."""

from __future__ import annotations

from typing import Any

from attrs import define


@define(kw_only=True)
class BuiltinDomainCreate:
    """A built-in domain to add.

    Attributes:
        builtin_domain_prefix: Prefix of the built-in domain: its first label.
    """

    builtin_domain_prefix: str

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        body["builtinDomainPrefix"] = self.builtin_domain_prefix
        return body
