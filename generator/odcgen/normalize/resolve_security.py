"""Security is declared for all, for one operation, as optional, or not at all."""

from __future__ import annotations

from typing import Any

from .walk import operations


def resolve_security(data: dict[str, Any]) -> None:
    """Write the effective `security` into each operation.

    Only an explicit empty list means that no credential is wanted: `[{}]`, as the native document has it, and a missing
    declaration still need the token everywhere at ODC.
    """
    shared = data.get("security")
    for node in operations(data):
        declared = node.data.get("security", shared)
        node.data["x-odcgen-secured"] = declared != []
