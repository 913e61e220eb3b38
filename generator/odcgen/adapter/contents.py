"""The bodies of an operation: which of its answers mean success, and what each media type is."""

from __future__ import annotations

from odcgen.kit.json_value import Json, as_object, is_object


def success_schemas(operation: Json) -> dict[str, Json]:
    """Return the JSON schema of each answer that means success, by status; `default` counts if alone."""
    responses = as_object(operation.get("responses"))
    statuses = [status for status in responses if status.startswith("2")]
    if not statuses and "default" in responses:
        statuses = ["default"]
    found: dict[str, Json] = {}
    for status in statuses:
        for media_type, content in as_object(responses[status].get("content")).items():
            if is_json(media_type) and is_object(content):
                found[status] = as_object(content.get("schema"))
                break
    return found


def body_contents(operation: Json) -> dict[str, Json]:
    """Return the schemas of a request body by what the library calls their kind."""
    contents: dict[str, Json] = {}
    for media_type, content in declared_contents(operation).items():
        contents.setdefault(body_kind(media_type), as_object(as_object(content).get("schema")))
    return contents


def declared_contents(operation: Json) -> Json:
    """Return the media types of a request body."""
    return as_object(as_object(operation.get("requestBody")).get("content"))


def body_kind(media_type: str) -> str:
    """Return the media type that stands for all that are sent in the same way."""
    essence = media_type.split(";")[0].strip().lower()
    if is_json(essence):
        return "application/json"
    if essence in ("multipart/form-data", "application/x-www-form-urlencoded"):
        return essence
    return "application/octet-stream"


def is_json(media_type: str) -> bool:
    """Tell whether a media type is JSON (RFC 6839)."""
    essence = media_type.split(";")[0].strip().lower()
    return essence in ("application/json", "text/json", "*/*", "application/*") or essence.endswith("+json")
