"""JSON with more in it than ASCII and doubles: other encodings, and numbers to the last digit."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, TypeVar

from ..kernel.operation import EXACT
from .codec import digits
from .text import charset_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..kernel._http import httpx

__all__ = ["exactly", "loads", "loads_text"]

T = TypeVar("T")


def loads(response: httpx.Response, content: bytes) -> Any:
    """Return the JSON in bytes, in the encoding that the answer names; without one it is a Unicode one.

    Raises:
        ValueError: They are none.
    """
    name = charset_of(response)
    if name is None or name.lower().replace("_", "-").startswith("utf"):
        name = json.detect_encoding(content)
    try:
        text = content.decode(name)
    except LookupError:
        raise ValueError(f"unknown encoding {name}") from None
    return loads_text(text, fully=EXACT in response.extensions)


def loads_text(text: str, *, fully: bool) -> Any:
    """Return the JSON in a text, its fractions as decimals where they are wanted exactly."""
    return json.loads(text, parse_float=Decimal) if fully else json.loads(text)


def exactly(decode: Callable[[Any], T], data: Any) -> T:
    """Decode with each number as it was written."""
    digits.kept = True
    try:
        return decode(data)
    finally:
        digits.kept = False
