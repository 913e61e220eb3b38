"""Models and enums of this API; the file of each is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .android_build_type import AndroidBuildType
    from .android_configuration import AndroidBuildTypeSetting, AndroidConfiguration
    from .android_configuration_patch import AndroidBuildTypeSettingPatch, AndroidConfigurationPatch
    from .application_extensibility_settings import (
        ApplicationExtensibilitySettings,
        ExtensibilitySetting,
        LibraryExtensibilitySettings,
        ValueOrigin,
    )
    from .builder_version import BuilderVersion, BuilderVersionState
    from .data_type import DataType
    from .extensibility_settings_patch import (
        ExtensibilitySettingPatch,
        ExtensibilitySettingsPatch,
        LibraryExtensibilitySettingsPatch,
    )
    from .ios_build_type import IosBuildType
    from .ios_configuration import IosBuildTypeSetting, IosConfiguration
    from .ios_configuration_patch import IosBuildTypeSettingPatch, IosConfigurationPatch
    from .mobile_framework import MobileFramework
    from .mobile_framework_setting import MobileFrameworkSetting
    from .mobile_framework_setting_patch import MobileFrameworkSettingPatch
    from .mobile_platform import MobilePlatform
    from .native_build import AppShieldUsage, NativeBuild, NativeBuildType
    from .native_build_create import NativeBuildCreate
    from .native_build_message import MessageSeverity, NativeBuildMessage
    from .native_build_status import NativeBuildStatus
    from .native_build_validation import NativeBuildNeed, NativeBuildValidation, PlatformValidations
    from .native_build_validation_query import NativeBuildValidationQuery
    from .secret_setting import SecretSetting
    from .setting_metadata import SettingMetadata
    from .string_setting import StringSetting
    from .string_setting_patch import StringSettingPatch
    from .version_suggestions import VersionSuggestion, VersionSuggestions
    from .version_suggestions_query import VersionSuggestionsQuery

_HOMES = {
    "AndroidBuildType": ".android_build_type",
    "AndroidBuildTypeSetting": ".android_configuration",
    "AndroidBuildTypeSettingPatch": ".android_configuration_patch",
    "AndroidConfiguration": ".android_configuration",
    "AndroidConfigurationPatch": ".android_configuration_patch",
    "AppShieldUsage": ".native_build",
    "ApplicationExtensibilitySettings": ".application_extensibility_settings",
    "BuilderVersion": ".builder_version",
    "BuilderVersionState": ".builder_version",
    "DataType": ".data_type",
    "ExtensibilitySetting": ".application_extensibility_settings",
    "ExtensibilitySettingPatch": ".extensibility_settings_patch",
    "ExtensibilitySettingsPatch": ".extensibility_settings_patch",
    "IosBuildType": ".ios_build_type",
    "IosBuildTypeSetting": ".ios_configuration",
    "IosBuildTypeSettingPatch": ".ios_configuration_patch",
    "IosConfiguration": ".ios_configuration",
    "IosConfigurationPatch": ".ios_configuration_patch",
    "LibraryExtensibilitySettings": ".application_extensibility_settings",
    "LibraryExtensibilitySettingsPatch": ".extensibility_settings_patch",
    "MessageSeverity": ".native_build_message",
    "MobileFramework": ".mobile_framework",
    "MobileFrameworkSetting": ".mobile_framework_setting",
    "MobileFrameworkSettingPatch": ".mobile_framework_setting_patch",
    "MobilePlatform": ".mobile_platform",
    "NativeBuild": ".native_build",
    "NativeBuildCreate": ".native_build_create",
    "NativeBuildMessage": ".native_build_message",
    "NativeBuildNeed": ".native_build_validation",
    "NativeBuildStatus": ".native_build_status",
    "NativeBuildType": ".native_build",
    "NativeBuildValidation": ".native_build_validation",
    "NativeBuildValidationQuery": ".native_build_validation_query",
    "PlatformValidations": ".native_build_validation",
    "SecretSetting": ".secret_setting",
    "SettingMetadata": ".setting_metadata",
    "StringSetting": ".string_setting",
    "StringSettingPatch": ".string_setting_patch",
    "ValueOrigin": ".application_extensibility_settings",
    "VersionSuggestion": ".version_suggestions",
    "VersionSuggestions": ".version_suggestions",
    "VersionSuggestionsQuery": ".version_suggestions_query",
}

__all__ = [
    "AndroidBuildType",
    "AndroidBuildTypeSetting",
    "AndroidBuildTypeSettingPatch",
    "AndroidConfiguration",
    "AndroidConfigurationPatch",
    "AppShieldUsage",
    "ApplicationExtensibilitySettings",
    "BuilderVersion",
    "BuilderVersionState",
    "DataType",
    "ExtensibilitySetting",
    "ExtensibilitySettingPatch",
    "ExtensibilitySettingsPatch",
    "IosBuildType",
    "IosBuildTypeSetting",
    "IosBuildTypeSettingPatch",
    "IosConfiguration",
    "IosConfigurationPatch",
    "LibraryExtensibilitySettings",
    "LibraryExtensibilitySettingsPatch",
    "MessageSeverity",
    "MobileFramework",
    "MobileFrameworkSetting",
    "MobileFrameworkSettingPatch",
    "MobilePlatform",
    "NativeBuild",
    "NativeBuildCreate",
    "NativeBuildMessage",
    "NativeBuildNeed",
    "NativeBuildStatus",
    "NativeBuildType",
    "NativeBuildValidation",
    "NativeBuildValidationQuery",
    "PlatformValidations",
    "SecretSetting",
    "SettingMetadata",
    "StringSetting",
    "StringSettingPatch",
    "ValueOrigin",
    "VersionSuggestion",
    "VersionSuggestions",
    "VersionSuggestionsQuery",
]


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the names, loaded or not."""
    return sorted(__all__)
