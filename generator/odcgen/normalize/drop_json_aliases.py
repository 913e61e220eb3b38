"""One JSON body is declared under several media types; a client sends one of them."""

from __future__ import annotations

from odcgen.documents.walk import operations
from odcgen.kit.json_value import Json, as_object


def drop_json_aliases(data: Json) -> None:
    """Keep one JSON media type for each request body, as `application/json`.

    ODC declares 43 bodies as `application/json` and as `application/*+json`; a wildcard is no content type.
    """
    for node in operations(data):
        content = as_object(as_object(node.data.get("requestBody")).get("content"))
        for alias in [media_type for media_type in content if _is_json_alias(media_type)]:
            entry = content.pop(alias)
            content.setdefault("application/json", entry)


def _is_json_alias(media_type: str) -> bool:
    essence = media_type.split(";")[0].strip().lower()
    wildcard = "*" in essence
    return media_type != "application/json" and (
        essence in ("application/json", "text/json")
        or (wildcard and (essence.endswith("json") or "+" not in essence))
    )
