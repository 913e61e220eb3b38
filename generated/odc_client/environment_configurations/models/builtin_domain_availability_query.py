"""BuiltinDomainAvailabilityQuery."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..._runtime.wire.keys import NOTHING


@define(kw_only=True)
class BuiltinDomainAvailabilityQuery:
    """A prefix to check.

    Attributes:
        builtin_domain_prefix: Prefix of the built-in domain: its first label.
    """

    builtin_domain_prefix: str
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["builtinDomainPrefix"] = self.builtin_domain_prefix
        return body
