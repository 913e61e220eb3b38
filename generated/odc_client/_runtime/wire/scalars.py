"""Single values as texts, and texts as they stand in URLs and forms."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import TYPE_CHECKING, Any
from urllib.parse import quote
from uuid import UUID

from ..errors.base import InvalidArgument
from ..kernel.unset import UNSET
from .moment import Moment

if TYPE_CHECKING:
    from ..kernel.operation import Operation

__all__ = ["MORE_IN_QUERY", "moment_text", "quoted", "scalar", "segment"]

# Nothing to escape, and no dots, which could lead to another place: keys are such texts.
PLAIN = re.compile("[A-Za-z0-9_~-]+").fullmatch
MORE_IN_QUERY = ":/?@!$'()*;"  # besides what is never escaped; `&`, `=`, `+`, `#` and `,` would be misread


def scalar(value: object) -> str:
    """Return one value as text: true/false, ISO 8601 with an offset, an enum's value, a UUID's text.

    Paths, queries, headers, cookies and forms share it, and JSON has its dates from here.
    """
    if type(value) is str:
        return value
    if type(value) is UUID:
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Enum) and value is not UNSET:
        return scalar(value.value)
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (str, int, UUID, time)) or (isinstance(value, (float, Decimal)) and isfinite(value)):
        return str(value)
    shown = value if value is None or value is UNSET else f"a {type(value).__name__}"
    raise InvalidArgument(f"{shown} cannot be written as a single parameter value")


def moment_text(value: datetime) -> str:
    """Return an RFC 3339 text; a moment without time zone is refused, since servers would guess one.

    What a server wrote without one goes back as it came.
    """
    if type(value) is Moment and hasattr(value, "text"):
        return value.text
    if value.tzinfo is None:
        raise InvalidArgument("a datetime needs a time zone, for example datetime.now(UTC)")
    text = value.isoformat()
    return text[:-6] + "Z" if text.endswith("+00:00") else text


def segment(operation: Operation[Any], text: str) -> str:
    """Return a text for a path, in which it is one segment whatever it holds."""
    if PLAIN(text):
        return text
    parts = text.replace("\\", "/").split("/")
    if not text or any(part in (".", "..") for part in parts) or not text.isprintable():
        raise InvalidArgument(f"{operation.name}: {text!r} cannot be a path segment")
    return quoted(text)


def quoted(text: str, safe: str = "") -> str:
    """Return a text percent-encoded for a URL or a form."""
    if PLAIN(text):
        return text
    try:
        return quote(text, safe=safe)
    except UnicodeEncodeError:
        raise InvalidArgument("a parameter holds a character that cannot be written in UTF-8") from None
