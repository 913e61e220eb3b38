"""NativeBuild and its parts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Self
from uuid import UUID

from attrs import define, field

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    datetime_,
    decode_error,
    integer,
    new,
    open_enum,
    uuid,
    wrong,
)
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text
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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "key",
            "appBinaryDownloadUrl",
            "appDeploymentFileDownloadUrl",
            "appIdentifier",
            "appShieldMappingUrl",
            "appShieldUsage",
            "appSourceDownloadUrl",
            "applicationKey",
            "buildKey",
            "buildType",
            "estimatedFinishDateTime",
            "finishedDateTime",
            "isNativeBuilderVersionLocked",
            "mobileBuildLogUrl",
            "mobileFramework",
            "mobilePlatform",
            "mobileVersionCode",
            "mobileVersionNumber",
            "nativeBuilderVersion",
            "requestingUserKey",
            "revision",
            "startedDateTime",
            "status",
        ),
        must=("key",),
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 23:
                data, self.additional = cls._keys.read(data)
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
            self.mobile_version_code = v if type(v) is int or v is None else integer(v)
            v = data[at := "mobileVersionNumber"]
            self.mobile_version_number = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "nativeBuilderVersion"]
            self.native_builder_version = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "requestingUserKey"]
            self.requesting_user_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revision"]
            self.revision = v if type(v) is int or v is None else integer(v)
            v = data[at := "startedDateTime"]
            self.started_date_time = None if v is None else datetime_(v)
            v = data[at := "status"]
            self.status = None if v is None else open_enum(NativeBuildStatus, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["key"] = str(self.key)
        body["appBinaryDownloadUrl"] = self.app_binary_download_url
        body["appDeploymentFileDownloadUrl"] = self.app_deployment_file_download_url
        body["appIdentifier"] = self.app_identifier
        body["appShieldMappingUrl"] = self.app_shield_mapping_url
        body["appShieldUsage"] = self.app_shield_usage
        body["appSourceDownloadUrl"] = self.app_source_download_url
        body["applicationKey"] = None if self.application_key is None else str(self.application_key)
        body["buildKey"] = None if self.build_key is None else str(self.build_key)
        body["buildType"] = self.build_type
        body["estimatedFinishDateTime"] = (
            None if self.estimated_finish_date_time is None else moment_text(self.estimated_finish_date_time)
        )
        body["finishedDateTime"] = (
            None if self.finished_date_time is None else moment_text(self.finished_date_time)
        )
        body["isNativeBuilderVersionLocked"] = self.is_native_builder_version_locked
        body["mobileBuildLogUrl"] = self.mobile_build_log_url
        body["mobileFramework"] = self.mobile_framework
        body["mobilePlatform"] = self.mobile_platform
        body["mobileVersionCode"] = self.mobile_version_code
        body["mobileVersionNumber"] = self.mobile_version_number
        body["nativeBuilderVersion"] = self.native_builder_version
        body["requestingUserKey"] = self.requesting_user_key
        body["revision"] = self.revision
        body["startedDateTime"] = (
            None if self.started_date_time is None else moment_text(self.started_date_time)
        )
        body["status"] = self.status
        return self._keys.written(body, self.additional)


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
