"""DataType."""

from __future__ import annotations

from enum import StrEnum


class DataType(StrEnum):
    """Type of an entitlement's value."""

    BOOL = "Bool"
    FLOAT = "Float"
    STR = "Str"
    INT = "Int"
