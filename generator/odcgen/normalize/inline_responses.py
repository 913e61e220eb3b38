"""Request bodies and responses are shared by reference."""

from __future__ import annotations

from odcgen.documents.walk import operations, resolve
from odcgen.kit.json_value import Json, as_object


def inline_responses(data: Json) -> None:
    """Put referenced request bodies and responses into the operation that names them."""
    for node in operations(data):
        if "requestBody" in node.data:
            node.data["requestBody"] = dict(resolve(data, node.data["requestBody"]))
        node.data["responses"] = {
            status: as_object(resolve(data, response))
            for status, response in as_object(node.data.get("responses")).items()
            if not status.startswith("x-")
        }
