"""The server's own words in the body of an error, whatever their form."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any, cast

from ..kernel.redact import clean

if TYPE_CHECKING:
    from ..kernel._http import httpx

__all__ = ["body_of", "challenge", "json_of", "text_of", "words"]

# Members that hold words, in the order in which they are told, and members that hold such objects.
TEXTS = (
    "errormessage",
    "error_description",
    "errordescription",
    "message",
    "msg",
    "description",
    "reason",
    "title",
    "detail",
    "error_uri",
)
CODES = ("errorcode", "error_code", "code")
WITHIN = (
    "error",
    "errors",
    "messages",
    "message",
    "fault",
    "details",
    "detail",
    "innererror",
    "inner_error",
    "exception",
    "modelstate",
    "validationerrors",
    "validation_errors",
    "response",
    "status",
    "meta",
)
# What is told elsewhere, or says nothing of the reason.
OTHERS = frozenset(
    {"type", "status", "statuscode", "instance", "traceid", "title", "timestamp", "path", "success"}
)
MOST, DEEPEST = 20, 6
MARKUP = re.compile(r"\s*<[!?a-zA-Z]")
UNSEEN = re.compile(r"<(script|style|head)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL | re.IGNORECASE)
TITLE = re.compile(r"<title[^>]*>(.*?)</title", re.DOTALL | re.IGNORECASE)
TAG = re.compile(r"<[^<>]*>")
PARAMETER = re.compile(
    r'\b(error|error_description|scope)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))', re.IGNORECASE
)
READ = 65536


def body_of(response: httpx.Response) -> Any:
    """Return the body as JSON, or as a text where it is none, or None where it holds neither."""
    try:
        return json_of(response)
    except (ValueError, RecursionError):
        pass
    text = response.text[:READ]
    if not text or "\x00" in text or text.count("\ufffd") > len(text) // 20:
        return None
    return text_of(text)


def json_of(response: httpx.Response) -> Any:
    """Return the JSON in a body, in the encoding that it names.

    Raises:
        ValueError: There is none.
    """
    content = response.content
    named = None if content.isascii() else response.charset_encoding
    try:
        return json.loads(content if named is None else content.decode(named))
    except LookupError:
        raise ValueError(f"unknown encoding {named}") from None


def text_of(text: str) -> str:
    """Return a text without the markup of HTML and XML."""
    if MARKUP.match(text) is None:
        return clean(text)
    titles = TITLE.findall(text)
    rest = TAG.sub(" ", UNSEEN.sub(" ", text))
    return clean(unescape(" ".join([*titles, rest])))


def words(body: Any, depth: int = 0) -> list[str]:
    """Return what a body says, without repetitions; at most 20 texts from at most 6 levels."""
    found: list[str] = []
    for text in _told(body, depth):
        if text and text not in found:
            found.append(text)
    return found[:MOST]


def challenge(response: httpx.Response) -> list[str]:
    """Return the reasons that a `WWW-Authenticate` header gives (RFC 6750, section 3)."""
    texts = response.headers.get_list("www-authenticate")
    found = [match for text in texts for match in PARAMETER.findall(text[:2000])]
    return [f"{name.lower()}: {clean(quoted or bare)}" for name, quoted, bare in found]


def _told(body: Any, depth: int) -> list[str]:
    if isinstance(body, str):
        return [clean(body)]
    if isinstance(body, list) and depth < DEEPEST:
        return [text for item in cast("list[object]", body)[:MOST] for text in words(item, depth + 1)]
    if not isinstance(body, dict) or depth >= DEEPEST:
        return []
    members = {name.lower(): value for name, value in cast("dict[str, Any]", body).items()}
    texts = [members[name] for name in TEXTS if isinstance(members.get(name), str)]
    codes = [str(members[name]) for name in CODES if isinstance(members.get(name), (str, int))]
    # The code of the whole body is told apart from its words.
    code = f"{codes[0]}: " if codes and depth else ""
    told = [clean(f"{code}{text}" if index == 0 else text) for index, text in enumerate(texts)]
    for name in WITHIN:
        value = members.get(name)
        if name == "error" and isinstance(value, str):
            told.insert(0, clean(value))
        elif isinstance(value, list) or (isinstance(value, dict) and name not in ("errors", "modelstate")):
            told += words(value, depth + 1)
        elif isinstance(value, str) and name not in (*TEXTS, *OTHERS):
            told.append(clean(value))
        elif isinstance(value, dict):
            told += _fields(cast("dict[str, Any]", value), depth)
    return told or codes or _fields(cast("dict[str, Any]", body), depth)


def _fields(body: dict[str, Any], depth: int) -> list[str]:
    """Return the messages of each field: `{"name": ["is taken"]}`."""
    found: list[str] = []
    for name, value in body.items():
        if name.lower() not in OTHERS:
            texts = [str(value)] if isinstance(value, (int, float)) else words(value, depth + 1)
            found += [f"{clean(name, 80)}: {text}" for text in texts]
    return found
