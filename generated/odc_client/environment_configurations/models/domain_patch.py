"""DomainPatch."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from attrs import define

from ..._runtime.kernel.unset import UNSET, Unset
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

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        if self.default_application_key is not UNSET:
            body["defaultApplicationKey"] = (
                None if self.default_application_key is None else str(self.default_application_key)
            )
        if self.redirect_option is not UNSET:
            body["redirectOption"] = self.redirect_option
        return body
