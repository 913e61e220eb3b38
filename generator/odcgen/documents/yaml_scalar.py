"""YAML scalars by the core schema of YAML 1.2: `no`, `on`, `12:30` and dates are strings."""

from __future__ import annotations

import math
import re

_TAG = "tag:yaml.org,2002:"
_STRINGS = frozenset(("!", _TAG + "str", _TAG + "binary", _TAG + "timestamp"))
"""JSON has no bytes and no times: what is tagged as such is the text that stands there."""
_NULL = frozenset(("", "~", "null", "Null", "NULL"))
_BOOL = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_MAX_DIGITS = 4000  # as in JSON text; Python writes no more than 4300
_MAX_BITS = (10**_MAX_DIGITS).bit_length()
_PLAIN_STRING_START = frozenset("abcdeghijklmopqrsuvwxyzABCDEGHIJKLMOPQRSUVWXYZ/#$_<>{[(*")


def plain(text: str) -> str | int | float | bool | None:
    """The value of an untagged scalar without quotes; a ValueError for a number that JSON cannot hold."""
    if text[:1] in _PLAIN_STRING_START:
        return text
    if text in _NULL:
        return None
    if text in _BOOL:
        return _BOOL[text]
    if _INT.fullmatch(text):
        return _whole(text)
    if _FLOAT.fullmatch(text):
        return _finite(text)
    return text


def tagged(tag: str, text: str) -> str | int | float | bool | None:
    """The value of a scalar with a tag; a ValueError if the tag is none of JSON's or does not fit."""
    if tag in _STRINGS:
        return text
    value = plain(text)
    types = {"null": type(None), "bool": bool, "int": int, "float": float}
    expected = types.get(tag.removeprefix(_TAG))
    if expected is float and type(value) is int:
        return float(value)
    if expected is None or type(value) is not expected:
        raise ValueError(f"The value is not one that JSON has: it is tagged {tag}")
    return value


def _whole(text: str) -> int:
    """Return a whole number of as many digits as JSON text may have, too."""
    if len(text) > _MAX_DIGITS:
        raise ValueError("The number is too large")
    value = int(text, 0) if text[:2] in ("0o", "0x") else int(text)
    if value.bit_length() > _MAX_BITS:
        raise ValueError("The number is too large")
    return value


def _finite(text: str) -> float:
    value = float(text.replace(".inf", "inf")) if text[-1:].isdigit() or text.endswith(".") else math.inf
    if math.isinf(value):
        raise ValueError(f"JSON has no number {text[:40]}")
    return value
