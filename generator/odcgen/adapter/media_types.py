"""What a media type says of how a body is written."""

from __future__ import annotations

from typing import Literal

Kind = Literal["json", "binary", "multipart", "form", "text"]


def is_json(media_type: str) -> bool:
    """Tell whether a media type is JSON (RFC 6839)."""
    essence = _essence(media_type)
    return essence in ("application/json", "text/json", "*/*", "application/*") or essence.endswith("+json")


def kind_of(media_type: str) -> Kind:
    """Return the way in which bodies of a media type are written."""
    if is_json(media_type):
        return "json"
    if _essence(media_type) == "multipart/form-data":
        return "multipart"
    if _essence(media_type) == "application/x-www-form-urlencoded":
        return "form"
    return "text" if is_text(media_type) else "binary"


def is_text(media_type: str) -> bool:
    """Tell whether a media type is always text."""
    essence = _essence(media_type)
    return essence.startswith("text/") or essence.rpartition("/")[2].rpartition("+")[2] in ("xml", "yaml")


def _essence(media_type: str) -> str:
    return media_type.split(";")[0].strip().lower()
