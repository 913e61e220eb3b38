"""The keys of `servers[].variables` carry the braces of the URL template."""

from __future__ import annotations

from odcgen.kit.json_value import Json, as_array, is_object


def strip_server_braces(data: Json) -> None:
    """Name server variables without braces, as six ODC documents do not."""
    for server in as_array(data.get("servers")):
        if is_object(variables := server.get("variables")):
            server["variables"] = {name.strip("{}"): variable for name, variable in variables.items()}
