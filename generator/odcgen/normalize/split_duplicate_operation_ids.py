"""Two operations share one operationId."""

from __future__ import annotations

from odcgen.documents.walk import operations
from odcgen.kit.json_value import Json


def split_duplicate_operation_ids(data: Json) -> None:
    """Make every operationId unique by its method and path, so that none hides another (`Domains_Get`)."""
    seen: set[str] = set()
    for node in operations(data):
        if not (operation_id := node.data.get("operationId")):
            continue
        if operation_id in seen:
            operation_id = node.data["operationId"] = f"{operation_id} {node.method} {node.path}"
        seen.add(operation_id)
