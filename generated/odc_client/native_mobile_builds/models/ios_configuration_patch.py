"""IosConfigurationPatch and its parts."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .ios_build_type import IosBuildType
from .mobile_framework_setting_patch import MobileFrameworkSettingPatch
from .string_setting_patch import StringSettingPatch


@define(kw_only=True)
class IosConfigurationPatch:
    """Changes to the configuration for iOS builds.

    Attributes:
        app_identifier: A new text for a setting.
        build_type: A new iOS build type.
        certificate: A new text for a setting.
        certificate_name: A new text for a setting.
        certificate_password: A new text for a setting.
        mabs_version: A new text for a setting.
        mobile_framework: A new mobile framework.
        provisioning_profile: A new text for a setting.
        provisioning_profile_name: A new text for a setting.
    """

    app_identifier: StringSettingPatch | Unset | None = UNSET
    build_type: IosBuildTypeSettingPatch | Unset | None = UNSET
    certificate: StringSettingPatch | Unset | None = UNSET
    certificate_name: StringSettingPatch | Unset | None = UNSET
    certificate_password: StringSettingPatch | Unset | None = UNSET
    mabs_version: StringSettingPatch | Unset | None = UNSET
    mobile_framework: MobileFrameworkSettingPatch | Unset | None = UNSET
    provisioning_profile: StringSettingPatch | Unset | None = UNSET
    provisioning_profile_name: StringSettingPatch | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.app_identifier is not UNSET:
            body["appIdentifier"] = None if self.app_identifier is None else self.app_identifier.encode()
        if self.build_type is not UNSET:
            body["buildType"] = None if self.build_type is None else self.build_type.encode()
        if self.certificate is not UNSET:
            body["certificate"] = None if self.certificate is None else self.certificate.encode()
        if self.certificate_name is not UNSET:
            body["certificateName"] = (
                None if self.certificate_name is None else self.certificate_name.encode()
            )
        if self.certificate_password is not UNSET:
            body["certificatePassword"] = (
                None if self.certificate_password is None else self.certificate_password.encode()
            )
        if self.mabs_version is not UNSET:
            body["mabsVersion"] = None if self.mabs_version is None else self.mabs_version.encode()
        if self.mobile_framework is not UNSET:
            body["mobileFramework"] = (
                None if self.mobile_framework is None else self.mobile_framework.encode()
            )
        if self.provisioning_profile is not UNSET:
            body["provisioningProfile"] = (
                None if self.provisioning_profile is None else self.provisioning_profile.encode()
            )
        if self.provisioning_profile_name is not UNSET:
            body["provisioningProfileName"] = (
                None if self.provisioning_profile_name is None else self.provisioning_profile_name.encode()
            )
        return body


@define(kw_only=True)
class IosBuildTypeSettingPatch:
    """A new iOS build type.

    Attributes:
        value: What an iOS build makes.
    """

    value: IosBuildType | str | Unset = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.value is not UNSET:
            body["value"] = self.value
        return body
