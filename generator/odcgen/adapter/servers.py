"""Where an API and its operations live: a path below the portal, or an absolute URL."""

from __future__ import annotations

import re

from odcgen import ir
from odcgen.documents.portal import portal_path
from odcgen.documents.server_url import raw_url, server_url
from odcgen.documents.walk import OperationNode
from odcgen.kit.json_value import Json, as_array, as_object


def base_path(data: Json) -> str:
    """Return the base of all paths of a document.

    A server on the ODC portal's domain gives its path (`/api/identity/v1`), and so does a URL without a host;
    any other server gives its URL with the defaults of its variables put in; no server gives an empty string.
    """
    return _place(_servers(data))


def is_at_portal(data: Json) -> bool:
    """Tell whether ODC's portal is one of a document's servers: then it is the one that is called."""
    return _at_portal(_servers(data)) is not None


def own_server(node: OperationNode, data: Json) -> ir.SpecText | None:
    """Return where an operation is, if the document says so of it or its path; None if with the others.

    One at the portal keeps its placeholder in a document that is elsewhere, whose paths are below no portal.
    """
    item = as_object(as_object(data.get("paths")).get(node.path))
    servers = _servers(node.data) or _servers(item)
    if not servers:
        return None
    at_portal = _at_portal(servers)
    if at_portal is not None and not is_at_portal(data):
        return ir.SpecText(at_portal)
    place = _place(servers)
    return None if place == base_path(data) else ir.SpecText(place)


def _servers(holder: Json) -> list[Json]:
    return [as_object(server) for server in as_array(holder.get("servers"))]


def _at_portal(servers: list[Json]) -> str | None:
    """Return the URL of the first server that is ODC's portal."""
    return next((url for url in map(raw_url, servers) if portal_path(url) is not None), None)


def _place(servers: list[Json]) -> str:
    if not servers:
        return ""
    at_portal = _at_portal(servers)
    if at_portal is not None:
        return _path(portal_path(at_portal) or "")
    url = server_url(servers[0])
    return url.rstrip("/") if re.match("https?://", url, re.IGNORECASE) else _path(url)


def _path(text: str) -> str:
    """Return a path that begins with a slash: the portal's domain comes before it, and must end there."""
    path = text.strip("/")
    return f"/{path}" if path else ""
