"""Where an API lives: a path below the portal, or an absolute URL."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from odcgen.jsonvalue import Json, as_array, as_object

_PORTAL = re.compile(r"ODC_PORTAL_DOMAIN|\{odc-portal-domain\}", re.IGNORECASE)


def base_path(data: Json) -> str:
    """Return the base of all paths of a document.

    A server on the ODC portal's domain gives its path (`/api/identity/v1`); any other server gives its URL
    with the defaults of its variables put in; no server gives an empty string.
    """
    servers = as_array(data.get("servers"))
    for server in servers:
        if _PORTAL.search(url := server.get("url") or ""):
            return urlsplit(_PORTAL.sub("portal", url)).path.rstrip("/")
    return _filled(servers[0]) if servers else ""


def _filled(server: Json) -> str:
    url = str(server.get("url") or "")
    for name, variable in as_object(server.get("variables")).items():
        url = url.replace("{" + name + "}", str(as_object(variable).get("default", "")))
    return url.rstrip("/")
