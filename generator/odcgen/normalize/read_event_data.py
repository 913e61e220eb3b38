"""The schema of an event stream describes whole events in some documents, and in others only their data."""

from __future__ import annotations

from odcgen.documents.walk import operations, resolve
from odcgen.kit.json_value import Json, as_array, as_object, is_object

_FIELDS = frozenset(("data", "event", "id", "retry", "comment"))
_JSON = ("application/json", "+json")


def read_event_data(data: Json) -> None:
    """Let the schema of each event stream be that of the data of its events.

    `{event: ..., data: ...}` is an event. Data that is said to be JSON has the schema of its content.
    """
    for node in operations(data):
        for response in as_object(node.data.get("responses")).values():
            content = as_object(as_object(response).get("content"))
            for name, media_type in content.items():
                if name.split(";")[0].strip().lower() == "text/event-stream" and is_object(media_type):
                    _read(data, media_type)


def _read(data: Json, media_type: Json) -> None:
    schema = media_type.get("schema")
    whole = resolve(data, schema)
    if "x-odcgen-items" not in media_type and as_object(whole).get("type") == "array":
        schema = as_object(whole).get("items")
        media_type["x-odcgen-items"] = True
    if found := _data(data, schema):
        different = [one for index, one in enumerate(found) if one not in found[:index]]
        media_type["schema"] = different[0] if len(different) == 1 else {"oneOf": different}
    elif schema is not None:
        media_type["schema"] = schema


def _data(data: Json, schema: object) -> list[Json]:
    """Return the schemas of the data of an event, one for each kind; none if it is no event."""
    event = as_object(resolve(data, schema))
    if kinds := [*as_array(event.get("oneOf")), *as_array(event.get("anyOf"))]:
        found = [_data(data, kind) for kind in kinds]
        return [one for each in found for one in each] if all(found) else []
    properties = as_object(event.get("properties"))
    inside = properties.get("data")
    if not is_object(inside) or not properties.keys() <= _FIELDS:
        return []
    content = inside.get("contentSchema")
    if is_object(content) and str(inside.get("contentMediaType", _JSON[0])).endswith(_JSON):
        return [dict(content)]
    return [inside]
