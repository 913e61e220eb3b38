"""JSON as it is sent: compact, and of models, dates, enums and sets as well."""

from __future__ import annotations

import json
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from ..errors.base import InvalidArgument
from ..kernel.unset import UNSET
from .scalars import scalar

if TYPE_CHECKING:
    from ..kernel.operation import Operation

__all__ = ["json_bytes", "json_text", "to_json"]


def json_bytes(operation: Operation[Any], body: object) -> bytes:
    """Return `body` as compact JSON in UTF-8; NaN and what JSON cannot hold are refused."""
    try:
        return _encode(body).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidArgument(f"the body of {operation.name} cannot be written as JSON: {error}") from None


def json_text(value: object) -> str:
    """Return a value as JSON in ASCII, which has a place in a header too."""
    try:
        return json.dumps(value, default=to_json, allow_nan=False, separators=(",", ":"))
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidArgument(f"it cannot be written as JSON: {error}") from None


def to_json(value: Any) -> Any:
    """Return what JSON can hold of a model, a UUID, a date, an enum's member or a set."""
    encode = getattr(value, "encode", None)
    if encode is not None:
        return encode()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, (datetime, date)):
        return scalar(value)
    if isinstance(value, Enum) and value is not UNSET:
        return value.value
    if isinstance(value, (set, frozenset)):
        return list(cast("set[Any]", value))
    raise TypeError(f"{'UNSET' if value is UNSET else f'a {type(value).__name__}'} has no place in JSON")


_encode = json.JSONEncoder(default=to_json, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode
