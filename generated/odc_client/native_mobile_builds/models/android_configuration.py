"""AndroidConfiguration and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, open_enum, sparse, wrong
from .android_build_type import AndroidBuildType
from .data_type import DataType
from .mobile_framework_setting import MobileFrameworkSetting
from .secret_setting import SecretSetting
from .string_setting import StringSetting


@define(kw_only=True)
class AndroidConfiguration:
    """Configuration for Android builds.

    Attributes:
        alias: A setting whose value is never shown.
        alias_password: A setting whose value is never shown.
        app_identifier: A setting whose value is text.
        build_type: A setting whose value is an Android build type.
        keystore: A setting whose value is never shown.
        keystore_name: A setting whose value is text.
        keystore_password: A setting whose value is never shown.
        mabs_version: A setting whose value is text.
        mobile_framework: A setting whose value is a mobile framework.
    """

    alias: SecretSetting | None
    alias_password: SecretSetting | None
    app_identifier: StringSetting | None
    build_type: AndroidBuildTypeSetting | None
    keystore: SecretSetting | None
    keystore_name: StringSetting | None
    keystore_password: SecretSetting | None
    mabs_version: StringSetting | None
    mobile_framework: MobileFrameworkSetting | None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "alias"]
            self.alias = None if v is None else SecretSetting.decode(v)
            v = data[at := "aliasPassword"]
            self.alias_password = None if v is None else SecretSetting.decode(v)
            v = data[at := "appIdentifier"]
            self.app_identifier = None if v is None else StringSetting.decode(v)
            v = data[at := "buildType"]
            self.build_type = None if v is None else AndroidBuildTypeSetting.decode(v)
            v = data[at := "keystore"]
            self.keystore = None if v is None else SecretSetting.decode(v)
            v = data[at := "keystoreName"]
            self.keystore_name = None if v is None else StringSetting.decode(v)
            v = data[at := "keystorePassword"]
            self.keystore_password = None if v is None else SecretSetting.decode(v)
            v = data[at := "mabsVersion"]
            self.mabs_version = None if v is None else StringSetting.decode(v)
            v = data[at := "mobileFramework"]
            self.mobile_framework = None if v is None else MobileFrameworkSetting.decode(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class AndroidBuildTypeSetting:
    """A setting whose value is an Android build type.

    Attributes:
        data_type: Type of a setting's value.
        value: What an Android build makes.
    """

    data_type: DataType | str
    is_secret: bool | None = None
    last_update_date: dt.datetime | None = None
    value: AndroidBuildType | str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "dataType"]
            self.data_type = open_enum(DataType, v)
            v = data[at := "isSecret"]
            self.is_secret = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "lastUpdateDate"]
            self.last_update_date = None if v is None else datetime_(v)
            v = data[at := "value"]
            self.value = None if v is None else open_enum(AndroidBuildType, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "dataType"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
