"""What a media type says of how a body is written."""

from __future__ import annotations

from typing import Literal

Kind = Literal["json", "binary", "multipart", "form"]

EVENTS = "text/event-stream"
_LINES = frozenset(
    (
        "application/jsonl",
        "application/x-jsonl",
        "application/jsonlines",
        "application/x-jsonlines",
        "application/json-lines",
        "application/json-seq",
        "application/ndjson",
        "application/x-ndjson",
        "application/stream+json",
        "application/x-json-stream",
        "text/jsonl",
        "text/x-jsonl",
        "text/ndjson",
        "text/x-ndjson",
    )
)
_TEXTS = frozenset(
    f"application/{name}"
    for name in (
        "csv",
        "ecmascript",
        "graphql",
        "javascript",
        "jwt",
        "sdp",
        "sql",
        "toml",
        "x-csv",
        "x-javascript",
        "x-pem-file",
        "x-sh",
        "x-yaml",
        "xml",
        "yaml",
    )
)


def is_json(media_type: str) -> bool:
    """Tell whether a media type is JSON (RFC 6839), one value of it."""
    found = essence(media_type)
    if found in ("application/json", "text/json", "*/*", "application/*"):
        return True
    return found.endswith("+json") and not is_lines(found)


def is_lines(media_type: str) -> bool:
    """Tell whether a media type is JSON values one after the other, mostly one a line."""
    found = essence(media_type)
    return found in _LINES or found.endswith("+json-seq")


def is_text(media_type: str) -> bool:
    """Tell whether a media type is text that is no JSON."""
    found = essence(media_type)
    return found.startswith("text/") or found in _TEXTS or found.endswith(("+xml", "+yaml"))


def is_plain(media_type: str) -> bool:
    """Tell whether a media type says of a text nothing but that it is one."""
    return essence(media_type) in ("text/plain", "text/*")


def kind_of(media_type: str) -> Kind:
    """Return the way in which bodies of a media type are written."""
    if is_json(media_type):
        return "json"
    if essence(media_type) == "multipart/form-data":
        return "multipart"
    return "form" if essence(media_type) == "application/x-www-form-urlencoded" else "binary"


def essence(media_type: str) -> str:
    """Return a media type without its parameters."""
    return media_type.split(";")[0].strip().lower()
