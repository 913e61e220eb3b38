"""DataType."""

from __future__ import annotations

from enum import StrEnum


class DataType(StrEnum):
    """Type of a setting's value."""

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
