"""IosConfiguration and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, open_enum, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text
from .data_type import DataType
from .ios_build_type import IosBuildType
from .mobile_framework_setting import MobileFrameworkSetting
from .secret_setting import SecretSetting
from .string_setting import StringSetting


@define(kw_only=True)
class IosConfiguration:
    """Configuration for iOS builds.

    Attributes:
        app_identifier: A setting whose value is text.
        build_type: A setting whose value is an iOS build type.
        certificate: A setting whose value is never shown.
        certificate_name: A setting whose value is text.
        certificate_password: A setting whose value is never shown.
        mabs_version: A setting whose value is text.
        mobile_framework: A setting whose value is a mobile framework.
        provisioning_profile: A setting whose value is text.
        provisioning_profile_name: A setting whose value is text.
    """

    app_identifier: StringSetting | None
    build_type: IosBuildTypeSetting | None
    certificate: SecretSetting | None
    certificate_name: StringSetting | None
    certificate_password: SecretSetting | None
    mabs_version: StringSetting | None
    mobile_framework: MobileFrameworkSetting | None
    provisioning_profile: StringSetting | None
    provisioning_profile_name: StringSetting | None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "appIdentifier",
            "buildType",
            "certificate",
            "certificateName",
            "certificatePassword",
            "mabsVersion",
            "mobileFramework",
            "provisioningProfile",
            "provisioningProfileName",
        ),
        null=(
            "appIdentifier",
            "buildType",
            "certificate",
            "certificateName",
            "certificatePassword",
            "mabsVersion",
            "mobileFramework",
            "provisioningProfile",
            "provisioningProfileName",
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
            v1 = data[at := "appIdentifier"]
            v2 = data[at := "buildType"]
            v3 = data[at := "certificate"]
            v4 = data[at := "certificateName"]
            v5 = data[at := "certificatePassword"]
            v6 = data[at := "mabsVersion"]
            v7 = data[at := "mobileFramework"]
            v8 = data[at := "provisioningProfile"]
            v9 = data[at := "provisioningProfileName"]
            at, v = "appIdentifier", v1
            self.app_identifier = None if v is None else StringSetting.decode(v)
            at, v = "buildType", v2
            self.build_type = None if v is None else IosBuildTypeSetting.decode(v)
            at, v = "certificate", v3
            self.certificate = None if v is None else SecretSetting.decode(v)
            at, v = "certificateName", v4
            self.certificate_name = None if v is None else StringSetting.decode(v)
            at, v = "certificatePassword", v5
            self.certificate_password = None if v is None else SecretSetting.decode(v)
            at, v = "mabsVersion", v6
            self.mabs_version = None if v is None else StringSetting.decode(v)
            at, v = "mobileFramework", v7
            self.mobile_framework = None if v is None else MobileFrameworkSetting.decode(v)
            at, v = "provisioningProfile", v8
            self.provisioning_profile = None if v is None else StringSetting.decode(v)
            at, v = "provisioningProfileName", v9
            self.provisioning_profile_name = None if v is None else StringSetting.decode(v)
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
        body["appIdentifier"] = None if self.app_identifier is None else self.app_identifier.encode()
        body["buildType"] = None if self.build_type is None else self.build_type.encode()
        body["certificate"] = None if self.certificate is None else self.certificate.encode()
        body["certificateName"] = None if self.certificate_name is None else self.certificate_name.encode()
        body["certificatePassword"] = (
            None if self.certificate_password is None else self.certificate_password.encode()
        )
        body["mabsVersion"] = None if self.mabs_version is None else self.mabs_version.encode()
        body["mobileFramework"] = None if self.mobile_framework is None else self.mobile_framework.encode()
        body["provisioningProfile"] = (
            None if self.provisioning_profile is None else self.provisioning_profile.encode()
        )
        body["provisioningProfileName"] = (
            None if self.provisioning_profile_name is None else self.provisioning_profile_name.encode()
        )
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class IosBuildTypeSetting:
    """A setting whose value is an iOS build type.

    Attributes:
        data_type: Type of a setting's value.
        value: What an iOS build makes.
    """

    data_type: DataType | str
    is_secret: bool | None = None
    last_update_date: dt.datetime | None = None
    value: IosBuildType | str | None = None
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
            self.value = None if v is None else open_enum(IosBuildType, v)
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
