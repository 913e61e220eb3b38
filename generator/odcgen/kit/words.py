"""From any text of a document to Python identifiers."""

from __future__ import annotations

import hashlib
import keyword
import re
import unicodedata
from collections.abc import Callable, Container

_BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SEPARATOR = re.compile(r"[^\w]+|_+")
_LONGEST = 80


def words(text: str) -> list[str]:
    """Split a text at punctuation and at changes of case: `metadata.urlPath` gives metadata, url, path."""
    plain = unicodedata.normalize("NFKC", text)
    plain = "".join(char if char == "_" or f"a{char}".isidentifier() else " " for char in plain)
    return [word.lower() for word in _SEPARATOR.split(_BOUNDARY.sub(" ", plain)) if word]


def snake(text: str, *, fallback: str = "value") -> str:
    """Return a snake_case identifier."""
    return _identifier("_".join(words(text)), fallback)


def pascal(text: str, *, fallback: str = "Model") -> str:
    """Return a PascalCase identifier; the case inside a word is the document's (`OAuthToken` stays)."""
    plain = unicodedata.normalize("NFKC", text)
    plain = "".join(char if char == "_" or f"a{char}".isidentifier() else " " for char in plain)
    return _identifier(
        "".join(word[0].upper() + word[1:] for word in _SEPARATOR.split(plain) if word), fallback
    )


def constant(text: str, *, fallback: str = "EMPTY") -> str:
    """Return an UPPER_CASE identifier, as enum members have."""
    return _identifier("_".join(words(text)).upper(), fallback)


def _identifier(name: str, fallback: str) -> str:
    name = unicodedata.normalize("NFKC", name)
    if len(name) > _LONGEST:
        digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
        name = f"{name[:_LONGEST].rstrip('_')}_{digest}"
    if not name:
        return fallback
    if not name.isidentifier():
        name = f"{fallback}_{name}"
    if keyword.iskeyword(name) or keyword.issoftkeyword(name):
        name += "_"
    return name if name.isidentifier() else fallback


def unique(wanted: str, taken: Container[str], *, fold: Callable[[str], str] = str) -> str:
    """Return the name, or the name with the first number, whose folded form is not taken."""
    name, number = wanted, 1
    while fold(name) in taken:
        number += 1
        name = f"{wanted.rstrip('_')}_{number}"
    return name
