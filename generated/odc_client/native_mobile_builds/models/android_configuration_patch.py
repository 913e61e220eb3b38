"""AndroidConfigurationPatch and its parts."""

from __future__ import annotations

from typing import Any

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING
from .android_build_type import AndroidBuildType
from .mobile_framework_setting_patch import MobileFrameworkSettingPatch
from .string_setting_patch import StringSettingPatch


@define(kw_only=True)
class AndroidConfigurationPatch:
    """Changes to the configuration for Android builds.

    Attributes:
        alias: A new text for a setting.
        alias_password: A new text for a setting.
        app_identifier: A new text for a setting.
        build_type: A new Android build type.
        keystore: A new text for a setting.
        keystore_name: A new text for a setting.
        keystore_password: A new text for a setting.
        mabs_version: A new text for a setting.
        mobile_framework: A new mobile framework.
    """

    alias: StringSettingPatch | Unset | None = UNSET
    alias_password: StringSettingPatch | Unset | None = UNSET
    app_identifier: StringSettingPatch | Unset | None = UNSET
    build_type: AndroidBuildTypeSettingPatch | Unset | None = UNSET
    keystore: StringSettingPatch | Unset | None = UNSET
    keystore_name: StringSettingPatch | Unset | None = UNSET
    keystore_password: StringSettingPatch | Unset | None = UNSET
    mabs_version: StringSettingPatch | Unset | None = UNSET
    mobile_framework: MobileFrameworkSettingPatch | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.alias is not UNSET:
            body["alias"] = None if self.alias is None else self.alias.encode()
        if self.alias_password is not UNSET:
            body["aliasPassword"] = None if self.alias_password is None else self.alias_password.encode()
        if self.app_identifier is not UNSET:
            body["appIdentifier"] = None if self.app_identifier is None else self.app_identifier.encode()
        if self.build_type is not UNSET:
            body["buildType"] = None if self.build_type is None else self.build_type.encode()
        if self.keystore is not UNSET:
            body["keystore"] = None if self.keystore is None else self.keystore.encode()
        if self.keystore_name is not UNSET:
            body["keystoreName"] = None if self.keystore_name is None else self.keystore_name.encode()
        if self.keystore_password is not UNSET:
            body["keystorePassword"] = (
                None if self.keystore_password is None else self.keystore_password.encode()
            )
        if self.mabs_version is not UNSET:
            body["mabsVersion"] = None if self.mabs_version is None else self.mabs_version.encode()
        if self.mobile_framework is not UNSET:
            body["mobileFramework"] = (
                None if self.mobile_framework is None else self.mobile_framework.encode()
            )
        return body


@define(kw_only=True)
class AndroidBuildTypeSettingPatch:
    """A new Android build type.

    Attributes:
        value: What an Android build makes.
    """

    value: AndroidBuildType | str | Unset = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.value is not UNSET:
            body["value"] = self.value
        return body
