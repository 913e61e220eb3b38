"""Request bodies and responses are shared by reference."""

from __future__ import annotations

from typing import Any

from .walk import operations, resolve


def inline_responses(data: dict[str, Any]) -> None:
    """Put referenced request bodies and responses into the operation that names them."""
    for node in operations(data):
        if "requestBody" in node.data:
            node.data["requestBody"] = dict(resolve(data, node.data["requestBody"]))
        node.data["responses"] = {
            status: resolve(data, response) for status, response in (node.data.get("responses") or {}).items()
        }
