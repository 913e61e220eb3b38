"""Where a server is, with the defaults of its variables."""

from __future__ import annotations

import re

from odcgen.kit.json_value import Json, as_object

_PLACE = re.compile(r"\{([^{}]*)\}")


def server_url(server: Json) -> str:
    """Return a server's URL with the defaults of its variables put in, once; what has none keeps its place.

    ODC's documents name variables in braces.
    """
    declared = as_object(server.get("variables")).items()
    defaults = {name.strip("{}"): as_object(variable).get("default") for name, variable in declared}

    def filled(place: re.Match[str]) -> str:
        default = defaults.get(place[1])
        return place[0] if default is None else str(default)

    return _PLACE.sub(filled, raw_url(server))


def raw_url(server: Json) -> str:
    """Return a server's URL as it is written."""
    return str(server.get("url") or "").strip()
