"""VersionSuggestionsQuery."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .mobile_platform import MobilePlatform


@define(kw_only=True)
class VersionSuggestionsQuery:
    """The app and platform to suggest versions for.

    Attributes:
        mobile_platform: Platform to suggest for; both if not given.
    """

    application_key: UUID | str
    environment_key: UUID | str
    mobile_platform: MobilePlatform | str | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["applicationKey"] = str(self.application_key)
        body["environmentKey"] = str(self.environment_key)
        if self.mobile_platform is not UNSET:
            body["mobilePlatform"] = self.mobile_platform
        return body
