"""The characters of an answer: in the encoding that it names, and never a wrong one in silence."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..kernel._http import httpx

__all__ = ["charset_of", "text_of"]

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CHARSET = re.compile(r";\s*charset\s*=\s*[\"']?([^\s;\"']+)", re.IGNORECASE)
PROLOGUE = re.compile(rb"<\?xml[^>]*?\bencoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")


def charset_of(response: httpx.Response) -> str | None:
    """Return the encoding that the media type of an answer names, or None."""
    found = CHARSET.search(response.headers.get("content-type", ""))
    return found[1] if found else None


def text_of(response: httpx.Response, content: bytes) -> str:
    """Return the text of an answer: as its mark says, its media type, or its XML prologue, else UTF-8.

    Raises:
        ValueError: The bytes are no text in that encoding, or nobody knows it.
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return content.decode(encoding)
    name = charset_of(response)
    if name is None and "xml" in response.headers.get("content-type", ""):
        found = PROLOGUE.match(content)
        name = found[1].decode("ascii") if found else None
    try:
        return content.decode(name or "utf-8")
    except LookupError:
        raise ValueError(f"unknown encoding {name}") from None
