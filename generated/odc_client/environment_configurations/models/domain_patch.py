"""DomainPatch."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .redirect_option import RedirectOption


@define(kw_only=True)
class DomainPatch:
    """Changes to a domain.

    Attributes:
        default_application_key: App that the bare domain leads to; null removes it.
        redirect_option: How a domain redirects.
    """

    default_application_key: UUID | str | Unset | None = UNSET
    redirect_option: RedirectOption | str | Unset = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.default_application_key is not UNSET:
            body["defaultApplicationKey"] = (
                None if self.default_application_key is None else str(self.default_application_key)
            )
        if self.redirect_option is not UNSET:
            body["redirectOption"] = self.redirect_option
        return body
