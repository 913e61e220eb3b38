"""Request bodies: JSON, forms, multipart and binary, from models and from files."""

from __future__ import annotations

import json
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast
from uuid import UUID

from ..errors.base import InvalidArgument
from .content import Content
from .parameters import pairs_text, scalar

if TYPE_CHECKING:
    from ..kernel.operation import Operation

__all__ = ["encode_body", "to_json"]

MULTIPART = "multipart/form-data"
FORM = "application/x-www-form-urlencoded"


def encode_body(operation: Operation[Any], body: object) -> Content:
    """Return `body` in the media type that fits both its kind and what the operation declares."""
    declared = operation.body
    if isinstance(body, (bytes, bytearray)):
        return Content(_binary_type(declared), bytes(body))
    # A model may have a field named `read`; only what can be called is a file's.
    if isinstance(body, Path) or callable(getattr(body, "read", None)):
        from .streams import FileStream

        return Content(_binary_type(declared), stream=FileStream(cast("Any", body)))
    if hasattr(body, "encode_multipart") and (MULTIPART in declared or not hasattr(body, "encode")):
        from .multipart import multipart_content

        return multipart_content(cast("Any", body).encode_multipart())
    if FORM in declared and "application/json" not in declared:
        return Content(FORM, _form_body(body))
    if type(body) is str and declared and declared[0].startswith("text/"):
        return Content(f"{declared[0]}; charset=utf-8", body.encode())
    return Content(_json_type(declared), json_bytes(operation, body))


def json_bytes(operation: Operation[Any], body: object) -> bytes:
    """Return `body` as compact JSON in UTF-8; NaN and what JSON cannot hold are refused."""
    try:
        return _encode(body).encode()
    except (TypeError, ValueError, RecursionError) as error:
        raise InvalidArgument(f"the body of {operation.name} cannot be written as JSON: {error}") from None


def to_json(value: Any) -> Any:
    """Return what JSON can hold of a model, a UUID, a date, an enum's member or a set."""
    encode = getattr(value, "encode", None)
    if encode is not None:
        return encode()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, (datetime, date)):
        return scalar(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (set, frozenset)):
        return list(cast("set[Any]", value))
    raise TypeError(f"a {type(value).__name__} has no place in JSON")


_encode = json.JSONEncoder(default=to_json, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


def _form_body(body: object) -> bytes:
    fields = cast("dict[str, object]", body if isinstance(body, dict) else cast("Any", body).encode())
    return pairs_text(fields, {}).encode("ascii")


def _binary_type(declared: tuple[str, ...]) -> str:
    for media_type in declared:
        if "json" not in media_type and "*" not in media_type and media_type not in (MULTIPART, FORM):
            return media_type
    return "application/octet-stream"


def _json_type(declared: tuple[str, ...]) -> str:
    for media_type in declared:
        if "json" in media_type and "*" not in media_type:
            return media_type
    return "application/json"
