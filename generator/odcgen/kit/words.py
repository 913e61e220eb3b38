"""From any text of a document to Python identifiers, the same ones on every Python."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable

from .characters import is_name_character, is_settled

# A list of our own: that of `keyword` grows with Python, and each name in it is another name in the package.
# `type`, a soft keyword since Python 3.12, is left out: it may be a name everywhere.
KEYWORDS = frozenset(
    {"False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def"}
    | {"del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is"}
    | {"lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"}
)
"""What can be no name in any Python that odcgen supports."""
_RESERVED = KEYWORDS | {"_", "case", "match"}

_BOUNDARY = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_SEPARATOR = re.compile(r"[ _]+")
_NOT_ASCII_WORD = re.compile(r"[^A-Za-z0-9_]")
_COUNTED = 64
_LONGEST = 80
"""In bytes, as file systems measure the name of a module; with what is added it stays below 143."""


def is_identifier(name: str) -> bool:
    """Tell whether a name can be used in Python code, in every Python."""
    return name.isidentifier() and name not in KEYWORDS and _plain(name) == name


def words(text: str) -> list[str]:
    """Split a text at punctuation and at changes of case: `metadata.urlPath` gives metadata, url, path."""
    return [word.lower() for word in _SEPARATOR.split(_BOUNDARY.sub(" ", _plain(text))) if word]


def snake(text: str, *, fallback: str = "value") -> str:
    """Return a snake_case identifier."""
    return _identifier("_".join(words(text)), fallback)


def pascal(text: str, *, fallback: str = "Model") -> str:
    """Return a PascalCase identifier; the case inside a word is the document's (`OAuthToken` stays).

    It begins with a capital, as no other name does: where a script has none, with that of the fallback.
    """
    parts = [word for word in _SEPARATOR.split(_plain(text)) if word]
    name = _identifier("".join(word[0].upper() + word[1:] for word in parts), fallback)
    return name if name[0] != name[0].lower() else f"{fallback}{name}"


def constant(text: str, *, fallback: str = "EMPTY") -> str:
    """Return an UPPER_CASE identifier, as enum members have."""
    return _identifier("_".join(words(text)).upper(), fallback)


def _plain(text: str) -> str:
    """Return a text with blanks in place of what can stand in no name."""
    if text.isascii():
        return _NOT_ASCII_WORD.sub(" ", text)
    known = "".join(char if is_settled(char) else " " for char in text)
    plain = unicodedata.normalize("NFKC", known)
    return "".join(char if char == "_" or is_name_character(char) else " " for char in plain)


def _identifier(name: str, fallback: str) -> str:
    name = unicodedata.normalize("NFKC", name)
    encoded = name.encode("utf-8", "surrogatepass")
    if len(encoded) > _LONGEST:
        start = encoded[:_LONGEST].decode("utf-8", "ignore").rstrip("_")
        name = f"{start}_{hashlib.sha256(encoded).hexdigest()[:8]}"
    if not name:
        return fallback
    if not name.isidentifier():
        name = f"{fallback}_{name}"
    if name in _RESERVED:
        name += "_"
    return name if name.isidentifier() else fallback


def first_free(is_taken: Callable[[int], bool]) -> int:
    """Return the first number from 1 on that is not taken.

    Beyond the first few it is looked for where a row without gaps ends, so that many alike are not counted
    again and again; in a row with gaps that may be a later number.
    """
    for number in range(1, _COUNTED):
        if not is_taken(number):
            return number
    low, high = _COUNTED - 1, _COUNTED
    while is_taken(high):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if is_taken(middle) else (low, middle)
    return high
