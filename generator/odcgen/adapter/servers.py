"""Where an API lives: a path below the portal, or an absolute URL."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

_PORTAL = re.compile(r"ODC_PORTAL_DOMAIN|\{odc-portal-domain\}", re.IGNORECASE)


def base_path(data: dict[str, Any]) -> str:
    """Return the base of all paths of a document.

    A server on the ODC portal's domain gives its path (`/api/identity/v1`); any other server gives its URL with the
    defaults of its variables put in; no server gives an empty string.
    """
    servers = data.get("servers") or []
    for server in servers:
        if _PORTAL.search(url := server.get("url") or ""):
            return urlsplit(_PORTAL.sub("portal", url)).path.rstrip("/")
    return _filled(servers[0]) if servers else ""


def _filled(server: dict[str, Any]) -> str:
    url = str(server.get("url") or "")
    for name, variable in (server.get("variables") or {}).items():
        url = url.replace("{" + name + "}", str((variable or {}).get("default", "")))
    return url.rstrip("/")
