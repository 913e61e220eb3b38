"""How argument values are written into paths, queries, headers, cookies and url-encoded forms."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import quote
from uuid import UUID

from ..errors.base import InvalidArgument
from .moment import Moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..kernel.operation import Operation, Query

__all__ = ["header_value", "pairs_text", "path_text", "scalar"]

# Nothing to escape, and no dots, which could lead to another place: keys are such texts.
PLAIN = re.compile("[A-Za-z0-9_~-]+").fullmatch
SEVERAL = (list, tuple, set, frozenset)
SEPARATORS = {"form": ",", "spaceDelimited": "%20", "pipeDelimited": "%7C"}


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
    if isinstance(value, Enum):
        return scalar(value.value)
    if isinstance(value, datetime):
        return moment_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (str, int, UUID, time)) or (isinstance(value, (float, Decimal)) and isfinite(value)):
        return str(value)
    raise InvalidArgument(f"a {type(value).__name__} cannot be written as a single parameter value")


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


def path_text(operation: Operation[Any], values: tuple[object, ...]) -> str:
    """Fill the path template; each value becomes (part of) one segment and cannot leave it."""
    segments = operation.segments
    if len(values) != len(segments) - 1:
        raise InvalidArgument(f"{operation.name} takes {len(segments) - 1} path values, not {len(values)}")
    text = segments[0]
    for value, rest in zip(values, segments[1:], strict=True):
        text += _segments(operation, value) + rest
    return text


def _segments(operation: Operation[Any], value: object) -> str:
    if not isinstance(value, SEVERAL):
        return _segment(operation, scalar(value))
    several = list(cast("Iterable[object]", value))
    if not several:
        raise InvalidArgument(f"{operation.name}: an empty list cannot be a path segment")
    return ",".join(_segment(operation, scalar(item)) for item in several)


def _segment(operation: Operation[Any], text: str) -> str:
    if PLAIN(text):
        return text
    parts = text.replace("\\", "/").split("/")
    if not text or any(part in (".", "..") for part in parts) or not text.isprintable():
        raise InvalidArgument(f"{operation.name}: {text!r} cannot be a path segment")
    return quote(text, safe="")


def pairs_text(values: Mapping[str, object], styles: Mapping[str, Query]) -> str:
    """Return `name=value` pairs as a query has them, and the body of a form.

    None is not sent; a list repeats its key unless a `Query` says otherwise.
    """
    pairs: list[str] = []
    for name, value in values.items():
        if value is None:
            continue
        pairs += _styled(styles[name], value) if name in styles else _exploded(name, value)
    return "&".join(pairs)


def _exploded(name: str, value: object) -> list[str]:
    key = quote(name, safe="")
    if isinstance(value, SEVERAL):
        return [f"{key}={_quoted(item)}" for item in cast("Iterable[object]", value)]
    fields = _fields(value)
    if fields is not None:
        return [f"{quote(field, safe='')}={_quoted(item)}" for field, item in fields.items()]
    return [f"{key}={_quoted(value)}"]


def _styled(query: Query, value: object) -> list[str]:
    fields = _fields(value)
    key = quote(query.name, safe="")
    if query.style == "deepObject" and fields is not None:
        return [f"{key}%5B{quote(field, safe='')}%5D={_quoted(item)}" for field, item in fields.items()]
    if query.explode or query.style not in SEPARATORS:
        return _exploded(query.name, value)
    if fields is not None:
        value = [part for pair in fields.items() for part in pair]
    items = list(cast("Iterable[object]", value)) if isinstance(value, SEVERAL) else [value]
    return [f"{key}={SEPARATORS[query.style].join(_quoted(item) for item in items)}"] if items else []


def _fields(value: object) -> Mapping[str, object] | None:
    if type(value) is str:
        return None
    if not isinstance(value, (dict, str, bytes)) and hasattr(value, "encode"):
        value = cast("Any", value).encode()
    if isinstance(value, dict):
        return {key: item for key, item in cast("dict[str, object]", value).items() if item is not None}
    return None


def _quoted(value: object) -> str:
    try:
        return quote(scalar(value), safe="")
    except UnicodeEncodeError:
        raise InvalidArgument("a parameter holds a character that cannot be written in UTF-8") from None


def header_value(name: str, value: object) -> bytes:
    """Return a header's value as bytes; only printable ASCII is allowed, hence no line break."""
    text = (
        ",".join(scalar(item) for item in cast("list[object]", value))
        if isinstance(value, SEVERAL)
        else scalar(value)
    )
    if not text.isascii() or not text.replace("\t", " ").isprintable():
        raise InvalidArgument(f"the value of the header {name} must be ASCII text without line breaks")
    return text.encode("ascii")
