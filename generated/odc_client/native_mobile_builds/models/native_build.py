"""NativeBuild and its parts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, open_enum, sparse, uuid, wrong
from .mobile_framework import MobileFramework
from .mobile_platform import MobilePlatform
from .native_build_status import NativeBuildStatus


@define(kw_only=True)
class NativeBuild:
    """A native build of an app.

    Attributes:
        app_shield_usage: Whether AppShield was applied to a build.
        build_type: What a native build makes.
        mobile_framework: Framework that wraps the app.
        mobile_platform: Platform of a native build.
        status: State of a native build.
    """

    key: UUID
    app_binary_download_url: str | None = None
    app_deployment_file_download_url: str | None = None
    app_identifier: str | None = None
    app_shield_mapping_url: str | None = None
    app_shield_usage: AppShieldUsage | str | None = None
    app_source_download_url: str | None = None
    application_key: UUID | None = None
    build_key: UUID | None = None
    build_type: NativeBuildType | str | None = None
    estimated_finish_date_time: dt.datetime | None = None
    finished_date_time: dt.datetime | None = None
    is_native_builder_version_locked: bool | None = None
    mobile_build_log_url: str | None = None
    mobile_framework: MobileFramework | str | None = None
    mobile_platform: MobilePlatform | str | None = None
    mobile_version_code: int | None = None
    mobile_version_number: str | None = None
    native_builder_version: str | None = None
    requesting_user_key: str | None = None
    revision: int | None = None
    started_date_time: dt.datetime | None = None
    status: NativeBuildStatus | str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "appBinaryDownloadUrl"]
            self.app_binary_download_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "appDeploymentFileDownloadUrl"]
            self.app_deployment_file_download_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "appIdentifier"]
            self.app_identifier = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "appShieldMappingUrl"]
            self.app_shield_mapping_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "appShieldUsage"]
            self.app_shield_usage = None if v is None else open_enum(AppShieldUsage, v)
            v = data[at := "appSourceDownloadUrl"]
            self.app_source_download_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "applicationKey"]
            self.application_key = None if v is None else uuid(v)
            v = data[at := "buildKey"]
            self.build_key = None if v is None else uuid(v)
            v = data[at := "buildType"]
            self.build_type = None if v is None else open_enum(NativeBuildType, v)
            v = data[at := "estimatedFinishDateTime"]
            self.estimated_finish_date_time = None if v is None else datetime_(v)
            v = data[at := "finishedDateTime"]
            self.finished_date_time = None if v is None else datetime_(v)
            v = data[at := "isNativeBuilderVersionLocked"]
            self.is_native_builder_version_locked = (
                v if v is True or v is False or v is None else wrong(v, "a boolean")
            )
            v = data[at := "mobileBuildLogUrl"]
            self.mobile_build_log_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "mobileFramework"]
            self.mobile_framework = None if v is None else open_enum(MobileFramework, v)
            v = data[at := "mobilePlatform"]
            self.mobile_platform = None if v is None else open_enum(MobilePlatform, v)
            v = data[at := "mobileVersionCode"]
            self.mobile_version_code = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "mobileVersionNumber"]
            self.mobile_version_number = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "nativeBuilderVersion"]
            self.native_builder_version = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "requestingUserKey"]
            self.requesting_user_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revision"]
            self.revision = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "startedDateTime"]
            self.started_date_time = None if v is None else datetime_(v)
            v = data[at := "status"]
            self.status = None if v is None else open_enum(NativeBuildStatus, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "key"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


class AppShieldUsage(StrEnum):
    """Whether AppShield was applied to a build."""

    UNUSED = "Unused"
    DISABLED = "Disabled"
    APPLIED = "Applied"


class NativeBuildType(StrEnum):
    """What a native build makes."""

    BUNDLE = "Bundle"
    DEBUG = "Debug"
    RELEASE = "Release"
    DEVELOPMENT = "Development"
    APP_STORE = "AppStore"
    ADHOC = "Adhoc"
    IN_HOUSE = "InHouse"
    SIMULATOR = "Simulator"
