"""One JSON body is declared under several media types; a client sends one of them."""

from __future__ import annotations

from typing import Any

from .walk import operations


def drop_json_aliases(data: dict[str, Any]) -> None:
    """Keep one JSON media type for each request body, as `application/json`.

    ODC declares 43 bodies as `application/json` and as `application/*+json`; a wildcard is no content type to send.
    """
    for node in operations(data):
        content = (node.data.get("requestBody") or {}).get("content")
        if not content:
            continue
        aliases = [media_type for media_type in content if _is_json_alias(media_type)]
        for alias in aliases:
            entry = content.pop(alias)
            content.setdefault("application/json", entry)


def _is_json_alias(media_type: str) -> bool:
    essence = media_type.split(";")[0].strip().lower()
    wildcard = "*" in essence
    return media_type != "application/json" and (
        essence in ("application/json", "text/json")
        or (wildcard and (essence.endswith("json") or "+" not in essence))
    )
