"""Security is declared for all, for one operation, as optional, or not at all."""

from __future__ import annotations

from odcgen.documents.walk import operations
from odcgen.kit.json_value import Json


def resolve_security(data: Json) -> None:
    """Write the effective `security` into each operation.

    Only an explicit empty list means that no credential is wanted: `[{}]`, as the native document has it, and
    a missing declaration still need the token everywhere at ODC.
    """
    shared = data.get("security")
    for node in operations(data):
        node.data["x-odcgen-secured"] = node.data.get("security", shared) != []
