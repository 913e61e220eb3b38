"""Tokens: what a template holds in place of text that came from a document.

An escaping filter gives marked text (`escape.py`). Before a template gets hold of it, it is put aside and a
short token takes its place; the text comes back when the file is complete. So a template can print it, join
it and pass it on, but never see a character of it: no slice, no `|replace` and no loop can take it out of its
quotes.
"""

from __future__ import annotations

import re
from typing import cast

from odcgen.errors import RenderError

from .escape import CLOSE, OPEN

_BEGIN, _END = "\ufdd3", "\ufdd4"
_TOKEN = re.compile(f"{_BEGIN}([0-9]+){_END}")
_kept: list[str] = []
_places: dict[str, str] = {}

UNESCAPED = "a template prints text of a document without escaping it"
_CUT = "a template takes escaped text of a document apart"
HINT = "Send it through |literal, |docstring, |comment or |sentence."


def guard(value: object) -> object:
    """Return a value as a template may have it: marked text, also in tuples and lists, becomes tokens.

    Raises:
        RenderError: if it is text of a document that no filter has escaped.
    """
    if isinstance(value, str):
        return _token(value) if OPEN in value or CLOSE in value else value
    if type(value) is tuple:
        return tuple(guard(item) for item in cast("tuple[object, ...]", value))
    if type(value) is list:
        return [guard(item) for item in cast("list[object]", value)]
    return value


def expand(text: str) -> str:
    """Return text with all tokens replaced by the marked text that they stand for.

    Raises:
        RenderError: if a token stands for nothing: a template made it up or cut it.
    """
    while _TOKEN.search(text):
        text = _TOKEN.sub(_stored, text)
    if _BEGIN in text or _END in text:
        raise RenderError(_CUT, hint=HINT)
    return text


def _stored(found: re.Match[str]) -> str:
    try:
        return _kept[int(found[1])]
    except (IndexError, ValueError):
        raise RenderError(_CUT, hint=HINT) from None


def _token(text: str) -> str:
    if text.count(OPEN) != text.count(CLOSE) or re.search(f"{OPEN}[^{CLOSE}]*{OPEN}", text):
        raise RenderError(UNESCAPED, hint=HINT)
    token = _places.get(text)
    if token is None:
        token = _places[text] = f"{_BEGIN}{len(_kept)}{_END}"
        _kept.append(text)
    return token
