"""Configuration and its parts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, datetime_, decode_error, new, open_enum, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text


@define(kw_only=True)
class Configuration:
    """One configuration: its value, its default and where the value comes from.

    Attributes:
        data_type: Type of a configuration's value.
        deployed_value_origin: Level at which a value was set.
        value_origin: Level at which a value was set.
    """

    key: str | None = None
    name: str | None = None
    data_type: DataType | str | None = None
    default_value: str | None = None
    deployed_value: str | None = None
    deployed_value_origin: ValueOrigin | str | None = None
    description: str | None = None
    filename: str | None = None
    is_secret: bool | None = None
    updated_at: dt.datetime | None = None
    value: str | None = None
    value_origin: ValueOrigin | str | None = None
    value_set_after_deploy: bool | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "key",
            "name",
            "dataType",
            "defaultValue",
            "deployedValue",
            "deployedValueOrigin",
            "description",
            "filename",
            "isSecret",
            "updatedAt",
            "value",
            "valueOrigin",
            "valueSetAfterDeploy",
        )
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 13:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "dataType"]
            self.data_type = None if v is None else open_enum(DataType, v)
            v = data[at := "defaultValue"]
            self.default_value = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "deployedValue"]
            self.deployed_value = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "deployedValueOrigin"]
            self.deployed_value_origin = None if v is None else open_enum(ValueOrigin, v)
            v = data[at := "description"]
            self.description = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "filename"]
            self.filename = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "isSecret"]
            self.is_secret = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "updatedAt"]
            self.updated_at = None if v is None else datetime_(v)
            v = data[at := "value"]
            self.value = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "valueOrigin"]
            self.value_origin = None if v is None else open_enum(ValueOrigin, v)
            v = data[at := "valueSetAfterDeploy"]
            self.value_set_after_deploy = v if v is True or v is False or v is None else wrong(v, "a boolean")
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
        body["deployedValue"] = self.deployed_value
        body["deployedValueOrigin"] = self.deployed_value_origin
        body["description"] = self.description
        body["filename"] = self.filename
        body["isSecret"] = self.is_secret
        body["updatedAt"] = None if self.updated_at is None else moment_text(self.updated_at)
        body["value"] = self.value
        body["valueOrigin"] = self.value_origin
        body["valueSetAfterDeploy"] = self.value_set_after_deploy
        return self._keys.written(body, self.additional)


class DataType(StrEnum):
    """Type of a configuration's value."""

    TEXT = "Text"
    INTEGER = "Integer"
    LONG_INTEGER = "LongInteger"
    DECIMAL = "Decimal"
    BOOLEAN = "Boolean"
    DATE_TIME = "DateTime"
    DATE = "Date"
    TIME = "Time"
    PHONE_NUMBER = "PhoneNumber"
    EMAIL = "Email"
    CURRENCY = "Currency"
    ENTITY_IDENTIFIER_TYPE = "EntityIdentifierType"
    BINARY_URL = "BinaryUrl"


class ValueOrigin(StrEnum):
    """Level at which a value was set."""

    ENVIRONMENT_LEVEL_OVERRIDE = "EnvironmentLevelOverride"
    ENVIRONMENT_LEVEL_DEFAULT = "EnvironmentLevelDefault"
    APPLICATION_LEVEL_OVERRIDE = "ApplicationLevelOverride"
    APPLICATION_LEVEL_DEFAULT = "ApplicationLevelDefault"
    LIBRARY_LEVEL_OVERRIDE = "LibraryLevelOverride"
    LIBRARY_LEVEL_DEFAULT = "LibraryLevelDefault"
