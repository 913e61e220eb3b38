"""AndroidConfiguration and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, open_enum, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text
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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "alias",
            "aliasPassword",
            "appIdentifier",
            "buildType",
            "keystore",
            "keystoreName",
            "keystorePassword",
            "mabsVersion",
            "mobileFramework",
        ),
        null=(
            "alias",
            "aliasPassword",
            "appIdentifier",
            "buildType",
            "keystore",
            "keystoreName",
            "keystorePassword",
            "mabsVersion",
            "mobileFramework",
        ),
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 9:
                data, self.additional = cls._keys.read(data)
            v1 = data[at := "alias"]
            v2 = data[at := "aliasPassword"]
            v3 = data[at := "appIdentifier"]
            v4 = data[at := "buildType"]
            v5 = data[at := "keystore"]
            v6 = data[at := "keystoreName"]
            v7 = data[at := "keystorePassword"]
            v8 = data[at := "mabsVersion"]
            v9 = data[at := "mobileFramework"]
            at, v = "alias", v1
            self.alias = None if v is None else SecretSetting.decode(v)
            at, v = "aliasPassword", v2
            self.alias_password = None if v is None else SecretSetting.decode(v)
            at, v = "appIdentifier", v3
            self.app_identifier = None if v is None else StringSetting.decode(v)
            at, v = "buildType", v4
            self.build_type = None if v is None else AndroidBuildTypeSetting.decode(v)
            at, v = "keystore", v5
            self.keystore = None if v is None else SecretSetting.decode(v)
            at, v = "keystoreName", v6
            self.keystore_name = None if v is None else StringSetting.decode(v)
            at, v = "keystorePassword", v7
            self.keystore_password = None if v is None else SecretSetting.decode(v)
            at, v = "mabsVersion", v8
            self.mabs_version = None if v is None else StringSetting.decode(v)
            at, v = "mobileFramework", v9
            self.mobile_framework = None if v is None else MobileFrameworkSetting.decode(v)
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
        body["alias"] = None if self.alias is None else self.alias.encode()
        body["aliasPassword"] = None if self.alias_password is None else self.alias_password.encode()
        body["appIdentifier"] = None if self.app_identifier is None else self.app_identifier.encode()
        body["buildType"] = None if self.build_type is None else self.build_type.encode()
        body["keystore"] = None if self.keystore is None else self.keystore.encode()
        body["keystoreName"] = None if self.keystore_name is None else self.keystore_name.encode()
        body["keystorePassword"] = None if self.keystore_password is None else self.keystore_password.encode()
        body["mabsVersion"] = None if self.mabs_version is None else self.mabs_version.encode()
        body["mobileFramework"] = None if self.mobile_framework is None else self.mobile_framework.encode()
        return self._keys.written(body, self.additional)


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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("dataType", "isSecret", "lastUpdateDate", "value"), must=("dataType",))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 4:
                data, self.additional = cls._keys.read(data)
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
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["dataType"] = self.data_type
        body["isSecret"] = self.is_secret
        body["lastUpdateDate"] = None if self.last_update_date is None else moment_text(self.last_update_date)
        body["value"] = self.value
        return self._keys.written(body, self.additional)
