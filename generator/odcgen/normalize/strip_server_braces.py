"""The keys of `servers[].variables` carry the braces of the URL template."""

from __future__ import annotations

from typing import Any


def strip_server_braces(data: dict[str, Any]) -> None:
    """Name server variables without braces, as six ODC documents do not."""
    for server in data.get("servers") or ():
        if isinstance(variables := server.get("variables"), dict):
            server["variables"] = {name.strip("{}"): variable for name, variable in variables.items()}
