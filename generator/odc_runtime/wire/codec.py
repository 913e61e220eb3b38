"""The helpers of generated `decode` and `encode` methods: JSON values to Python ones and back.

They are called once a field, so each does one thing; whatever does not fit raises one of `DECODE_ERRORS`,
which the model turns into a `DecodeError` with the place.
"""

from __future__ import annotations

import datetime as dt
import re
import uuid as _uuid
from operator import length_hint
from typing import TYPE_CHECKING, Any, NoReturn, Protocol, TypeVar, cast

from ..errors.base import DecodeError
from .moment import exact

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import Enum

    E = TypeVar("E", bound=Enum)

__all__ = [
    "DECODE_ERRORS",
    "DecodeError",
    "date",
    "datetime_",
    "decode_error",
    "decode_list",
    "decode_map",
    "integer",
    "new",
    "number",
    "open_enum",
    "uuid",
    "wrong",
]

T = TypeVar("T")

_OBJECT: dict[str, Any] = {}
DECODE_ERRORS = (KeyError, TypeError, ValueError, AttributeError, DecodeError)

_new_uuid = _uuid.UUID.__new__
_set_int = cast("Callable[[_uuid.UUID, int], None]", _uuid.UUID.__dict__["int"].__set__)
_set_safety = cast("Callable[[_uuid.UUID, _uuid.SafeUUID], None]", _uuid.UUID.__dict__["is_safe"].__set__)
_UNKNOWN = _uuid.SafeUUID.unknown
_UUID = _uuid.UUID
_fromhex = bytes.fromhex
_toint = int.from_bytes
_moment = dt.datetime.fromisoformat
_day = dt.date.fromisoformat
_FINER = re.compile(r"[.,]\d{6}\d*[1-9]").search


class _New(Protocol):
    def __call__(self, cls: type[T], /) -> T: ...


new = cast("_New", object.__new__)
"""Make an object without calling its `__init__`: `decode` sets every field itself."""


def wrong(value: object, wanted: str) -> NoReturn:
    """Refuse `value`, naming its kind but not itself: it may be private."""
    raise TypeError(f"expected {wanted}, got {_kind(value)}")


def uuid(value: Any) -> _uuid.UUID:
    """Return the UUID written as 32 hexadecimal digits with four dashes among them, and in no other way."""
    # Faster than UUID(), and strict: fromhex takes digits and blanks, the two lengths rule the blanks out.
    if len(value) == 36:
        digits = _fromhex(value.replace("-", ""))
        if len(digits) == 16:
            self = _new_uuid(_UUID)
            _set_int(self, _toint(digits))
            _set_safety(self, _UNKNOWN)
            return self
    return wrong(value, "a UUID")


def datetime_(value: Any) -> dt.datetime:
    """Return the moment of an RFC 3339 text; one without an offset has no time zone.

    Of more digits than microseconds the value has the first six, and is still written with all.
    """
    moment = _moment(value)
    if moment.tzinfo is None:
        if len(value) < 19 or value[10] not in "Tt ":
            wrong(value, "a date and time")  # a date alone would pass for its midnight
        return exact(value)
    return moment if len(value) < 28 or not _FINER(value) else exact(value)


def date(value: Any) -> dt.date:
    """Return the date of an RFC 3339 full-date, `2026-01-31`."""
    if len(value) != 10 or value[4] != "-" or value[7] != "-":
        wrong(value, "a date")
    return _day(value)


def number(value: Any) -> float:
    """Return a number as a float, of whatever kind it is written; an integer that no float is stays one."""
    if type(value) is float:
        return value
    if type(value) is not int:
        wrong(value, "a number")
    try:
        found = float(value)
    except OverflowError:
        return value
    return found if found == value else value


def integer(value: Any) -> int:
    """Return an integer; `5.0` is one, `true` is not."""
    if type(value) is int:
        return value
    return int(value) if type(value) is float and value.is_integer() else wrong(value, "an integer")


def open_enum(kind: type[E], value: Any) -> E | str:
    """Return the member of `kind`, or the text itself if the document does not know it."""
    try:
        return kind._value2member_map_[value]  # type: ignore[return-value] # a cast would take half as long again
    except KeyError:
        return value if type(value) is str else wrong(value, "a string")


def decode_list(value: Any, decode: Callable[[Any], T]) -> list[T]:
    """Decode each item, once; where one does not fit, what is left of the items tells its index."""
    if type(value) is not list:
        wrong(value, "a list")
    values = cast("list[object]", value)
    items = iter(values)
    try:
        return [decode(item) for item in items]
    except DECODE_ERRORS as error:
        raise decode_error(error, len(values) - length_hint(items) - 1) from None


def decode_map(value: Any, decode: Callable[[Any], T]) -> dict[str, T]:
    """Decode each value of an object whose keys are free."""
    if type(value) is not dict:
        wrong(value, "an object")
    decoded: dict[str, T] = {}
    key = ""
    try:
        for key, item in cast("dict[str, Any]", value).items():
            decoded[key] = decode(item)
    except DECODE_ERRORS as error:
        raise decode_error(error, key) from None
    return decoded


def decode_error(error: Exception, at: str | int, data: object = _OBJECT) -> DecodeError:
    """Return the `DecodeError` of what went wrong at the field or index `at`; "" is the value itself.

    Where `data`, which should have the field, is no object at all, that is what is wrong.
    """
    if not isinstance(data, dict):
        return DecodeError(f"expected an object, got {_kind(data)}")
    if isinstance(error, DecodeError):
        return error.within(at) if at != "" else error
    return DecodeError(_reason(error), *([at] if at != "" else []))


def _reason(error: Exception) -> str:
    if isinstance(error, AttributeError):
        return "expected an object"
    if isinstance(error, TypeError) and str(error).startswith("expected "):
        return str(error)
    return "the value does not have the documented form"


def _kind(value: object) -> str:
    names = {"dict": "an object", "list": "a list", "str": "another string", "bool": "a boolean"}
    return "null" if value is None else names.get(type(value).__name__, "a number")
