"""Where an API lives: a path below the portal, or an absolute URL."""

from __future__ import annotations

import re

from odcgen.kit.json_value import Json, as_array, as_object

_PORTAL = re.compile(
    r"[^/]*//[^/]*(?:ODC_PORTAL_DOMAIN|\{odc-portal-domain\})[^/]*(.*)", re.IGNORECASE | re.DOTALL
)


def base_path(data: Json) -> str:
    """Return the base of all paths of a document.

    A server on the ODC portal's domain gives its path (`/api/identity/v1`), and so does a URL without a host;
    any other server gives its URL with the defaults of its variables put in; no server gives an empty string.
    """
    servers = [as_object(server) for server in as_array(data.get("servers"))]
    for server in servers:
        if found := _PORTAL.fullmatch(_url(server)):
            return _path(found[1])
    if not servers:
        return ""
    url = _url(servers[0])
    for name, variable in as_object(servers[0].get("variables")).items():
        url = url.replace("{" + name + "}", str(as_object(variable).get("default", "")))
    return url.rstrip("/") if re.match("https?://", url, re.IGNORECASE) else _path(url)


def _url(server: Json) -> str:
    return str(server.get("url") or "").strip()


def _path(text: str) -> str:
    """Return a path that begins with a slash: the portal's domain comes before it, and must end there."""
    path = text.strip("/")
    return f"/{path}" if path else ""
