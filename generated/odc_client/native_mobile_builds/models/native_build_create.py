"""NativeBuildCreate."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .mobile_platform import MobilePlatform


@define(kw_only=True)
class NativeBuildCreate:
    """A native build to start.

    Attributes:
        application_key: App to build.
        build_key: Build of the app to wrap.
        environment_key: Environment whose configuration applies.
        mobile_platform: Platform of a native build.
        mobile_version_code: Number that grows with each version.
        mobile_version_number: Version to show, as major.minor.patch.
        revision: Revision of the app.
    """

    application_key: UUID | str
    build_key: UUID | str
    environment_key: UUID | str
    mobile_platform: MobilePlatform | str
    mobile_version_code: int | Unset | None = UNSET
    mobile_version_number: str | Unset | None = UNSET
    revision: int
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        body["applicationKey"] = str(self.application_key)
        body["buildKey"] = str(self.build_key)
        body["environmentKey"] = str(self.environment_key)
        body["mobilePlatform"] = self.mobile_platform
        if self.mobile_version_code is not UNSET:
            body["mobileVersionCode"] = self.mobile_version_code
        if self.mobile_version_number is not UNSET:
            body["mobileVersionNumber"] = self.mobile_version_number
        body["revision"] = self.revision
        return body
