"""ApplicationExtensibilitySettings and its parts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    datetime_,
    decode_error,
    decode_list,
    integer,
    new,
    open_enum,
    wrong,
)
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text
from .data_type import DataType
from .setting_metadata import SettingMetadata


@define(kw_only=True)
class ApplicationExtensibilitySettings:
    """The extensibility settings of an app and its libraries."""

    libraries: list[LibraryExtensibilitySettings] | None = None
    settings: list[ExtensibilitySetting] | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("libraries", "settings"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v1 = data[at := "libraries"]
            v2 = data[at := "settings"]
            at, v = "libraries", v1
            self.libraries = None if v is None else decode_list(v, LibraryExtensibilitySettings.decode)
            at, v = "settings", v2
            self.settings = None if v is None else decode_list(v, ExtensibilitySetting.decode)
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
        body["libraries"] = None if self.libraries is None else [item.encode() for item in self.libraries]
        body["settings"] = None if self.settings is None else [item.encode() for item in self.settings]
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class LibraryExtensibilitySettings:
    """The extensibility settings of a library."""

    key: str | None
    revision: int
    settings: list[ExtensibilitySetting] | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("key", "revision", "settings"), must=("revision",), null=("key",))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revision"]
            self.revision = v if type(v) is int else integer(v)
            v = data[at := "settings"]
            self.settings = None if v is None else decode_list(v, ExtensibilitySetting.decode)
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
        body["key"] = self.key
        body["revision"] = self.revision
        body["settings"] = None if self.settings is None else [item.encode() for item in self.settings]
        return self._keys.written(body, self.additional)


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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "key",
            "name",
            "dataType",
            "defaultValue",
            "description",
            "isMandatory",
            "isSecret",
            "lastUpdateDate",
            "metadata",
            "value",
            "valueOrigin",
        ),
        must=("isSecret", "valueOrigin"),
        null=("key", "name", "defaultValue", "description", "value"),
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 11:
                data, self.additional = cls._keys.read(data)
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
            v = data[at := "value"]
            self.value = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "valueOrigin"]
            self.value_origin = open_enum(ValueOrigin, v)
            v = data[at := "metadata"]
            self.metadata = None if v is None else decode_list(v, SettingMetadata.decode)
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
        body["key"] = self.key
        body["name"] = self.name
        body["dataType"] = self.data_type
        body["defaultValue"] = self.default_value
        body["description"] = self.description
        body["isMandatory"] = self.is_mandatory
        body["isSecret"] = self.is_secret
        body["lastUpdateDate"] = None if self.last_update_date is None else moment_text(self.last_update_date)
        body["metadata"] = None if self.metadata is None else [item.encode() for item in self.metadata]
        body["value"] = self.value
        body["valueOrigin"] = self.value_origin
        return self._keys.written(body, self.additional)


class ValueOrigin(StrEnum):
    """Whether a value is the default or was set."""

    OVERRIDE = "Override"
    DEFAULT = "Default"
