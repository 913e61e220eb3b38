"""Permissions and dates of removal stand in sentences only."""

from __future__ import annotations

from odcgen.documents.prose import find_permissions, find_removal
from odcgen.documents.walk import operations
from odcgen.kit.json_value import Json


def read_prose(data: Json) -> None:
    """Write what an operation's sentences say as data, where a document has not been distilled already."""
    for node in operations(data):
        prose = [node.data.get(field) for field in ("x-os-permissions", "description", "summary")]
        if "x-odcgen-permissions" not in node.data and (permissions := find_permissions(prose)):
            node.data["x-odcgen-permissions"] = permissions
        if node.data.get("deprecated") is True and (removal := find_removal(prose)):
            node.data.setdefault("x-odcgen-removal", removal)
