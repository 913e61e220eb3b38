"""ApplicationExtensibilitySettings and its parts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    datetime_,
    decode_error,
    decode_list,
    new,
    open_enum,
    sparse,
    wrong,
)
from .data_type import DataType
from .setting_metadata import SettingMetadata


@define(kw_only=True)
class ApplicationExtensibilitySettings:
    """The extensibility settings of an app and its libraries."""

    libraries: list[LibraryExtensibilitySettings] | None = None
    settings: list[ExtensibilitySetting] | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "libraries"]
            self.libraries = None if v is None else decode_list(v, LibraryExtensibilitySettings.decode)
            v = data[at := "settings"]
            self.settings = None if v is None else decode_list(v, ExtensibilitySetting.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class LibraryExtensibilitySettings:
    """The extensibility settings of a library."""

    key: str | None
    revision: int
    settings: list[ExtensibilitySetting] | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "key"]
            self.key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revision"]
            self.revision = v if type(v) is int else wrong(v, "an integer")
            v = data[at := "settings"]
            self.settings = None if v is None else decode_list(v, ExtensibilitySetting.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "revision"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class ExtensibilitySetting:
    """One extensibility setting.

    Attributes:
        data_type: Type of a setting's value.
        value_origin: Whether a value is the default or was set.
    """

    key: str | None
    name: str | None
    data_type: DataType | str | None = None
    default_value: str | None
    description: str | None
    is_mandatory: bool | None = None
    is_secret: bool
    last_update_date: dt.datetime | None = None
    metadata: list[SettingMetadata] | None = None
    value: str | None
    value_origin: ValueOrigin | str

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "key"]
            self.key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "dataType"]
            self.data_type = None if v is None else open_enum(DataType, v)
            v = data[at := "defaultValue"]
            self.default_value = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "description"]
            self.description = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "isMandatory"]
            self.is_mandatory = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "isSecret"]
            self.is_secret = v if v is True or v is False else wrong(v, "a boolean")
            v = data[at := "lastUpdateDate"]
            self.last_update_date = None if v is None else datetime_(v)
            v = data[at := "metadata"]
            self.metadata = None if v is None else decode_list(v, SettingMetadata.decode)
            v = data[at := "value"]
            self.value = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "valueOrigin"]
            self.value_origin = open_enum(ValueOrigin, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "isSecret", "valueOrigin"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


class ValueOrigin(StrEnum):
    """Whether a value is the default or was set."""

    OVERRIDE = "Override"
    DEFAULT = "Default"
