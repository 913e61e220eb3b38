"""Where an API and its operations live: a path below the portal, or an absolute URL."""

from __future__ import annotations

import re

from odcgen import ir
from odcgen.documents.portal import portal_path
from odcgen.documents.walk import OperationNode
from odcgen.kit.json_value import Json, as_array, as_object


def base_path(data: Json) -> str:
    """Return the base of all paths of a document.

    A server on the ODC portal's domain gives its path (`/api/identity/v1`), and so does a URL without a host;
    any other server gives its URL with the defaults of its variables put in; no server gives an empty string.
    """
    return _place(data.get("servers")) or ""


def is_at_portal(data: Json) -> bool:
    """Tell whether ODC's portal is one of a document's servers: then it is the one that is called."""
    return any(portal_path(_url(server)) is not None for server in _objects(data.get("servers")))


def own_server(node: OperationNode, data: Json) -> ir.SpecText | None:
    """Return where an operation is, if the document says so of it or its path; None if with the others."""
    item = as_object(as_object(data.get("paths")).get(node.path))
    place = _place(node.data.get("servers"))
    if place is None:
        place = _place(item.get("servers"))
    return None if place is None or place == base_path(data) else ir.SpecText(place)


def _place(value: object) -> str | None:
    servers = _objects(value)
    for server in servers:
        if (path := portal_path(_url(server))) is not None:
            return _path(path)
    if not servers:
        return None
    url = _filled(servers[0])
    return url.rstrip("/") if re.match("https?://", url, re.IGNORECASE) else _path(url)


def _objects(value: object) -> list[Json]:
    return [as_object(server) for server in as_array(value)]


def _url(server: Json) -> str:
    return str(server.get("url") or "").strip()


def _filled(server: Json) -> str:
    """Return a server's URL with the defaults of its variables, which may be named in braces."""
    url = _url(server)
    for name, variable in as_object(server.get("variables")).items():
        url = url.replace("{" + name.strip("{}") + "}", str(as_object(variable).get("default", "")))
    return url


def _path(text: str) -> str:
    """Return a path that begins with a slash: the portal's domain comes before it, and must end there."""
    path = text.strip("/")
    return f"/{path}" if path else ""
