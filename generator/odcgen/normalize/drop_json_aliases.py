"""One JSON body is declared under several media types; a client sends one of them."""

from __future__ import annotations

from odcgen.documents.walk import operations, resolve
from odcgen.kit.json_value import Json, as_object


def drop_json_aliases(data: Json) -> None:
    """Keep one JSON media type for each request body, as `application/json`.

    ODC declares 43 bodies as `application/json` and as `application/*+json`; a wildcard is no content type.
    """
    for node in operations(data):
        content = as_object(as_object(node.data.get("requestBody")).get("content"))
        for alias in [name for name in content if _is_json_alias(name) and not _is_file(data, content[name])]:
            entry = content.pop(alias)
            content.setdefault("application/json", entry)


def _is_json_alias(media_type: str) -> bool:
    essence = media_type.split(";")[0].strip().lower()
    return media_type != "application/json" and (
        essence in ("application/json", "text/json", "*/*", "application/*", "application/*+json")
    )


def _is_file(data: Json, content: object) -> bool:
    """A range of media types also has room for a file."""
    return as_object(resolve(data, as_object(content).get("schema"))).get("format") in ("binary", "byte")
