"""What a request is addressed with: the URL of a server and the literal text of a path."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import unquote, urlsplit

from odcgen.documents.portal import portal_path
from odcgen.kit.json_value import as_object, brief

from .context import Context

_HOST = re.compile(r".*\.(?!\d+$).+")
"""What a reader takes for a host, unlike the version in `v1.0/shop`."""
_HINT = 'Say in an overlay where the API is: an https URL with a host, or a path such as "/api/shop".'


def check_address(context: Context, servers: list[Any], pointer: str) -> None:
    """Check the URL of the server that a client calls: one on the portal, else the first."""
    paths = [portal_path(_url(server)) for server in servers]
    chosen = next((index for index, path in enumerate(paths) if path is not None), 0)
    if not servers:
        return
    path, url = paths[chosen], _filled(servers[chosen])
    if fault := _fault(url if path is None else f"https://portal{path}"):
        context.report(f"{pointer}/{chosen}/url", f"The server URL {brief(url)} {fault}", _HINT)


def check_path_text(context: Context, text: str, pointer: str) -> None:
    """Check that the literal parts of a path can stand in a request and stay below its server."""
    if not text.isprintable():
        context.report(pointer, f"The path {brief(text)} has a character that no URL can have")
    elif any(unquote(part) in (".", "..") for part in text.replace("\\", "/").split("/")):
        context.report(pointer, f'The path {brief(text)} leads elsewhere by "." or ".."')


def _url(server: object) -> str:
    return str(as_object(server).get("url") or "").strip()


def _filled(server: object) -> str:
    """Return a server's URL with the defaults of its variables, which may be named in braces."""
    url = _url(server)
    for name, variable in as_object(as_object(server).get("variables")).items():
        if "default" in as_object(variable):
            url = url.replace("{" + name.strip("{}") + "}", str(variable["default"]))
    return url


def _fault(url: str) -> str | None:
    """Return what keeps a URL from being called, if anything does."""
    if not url.isprintable() or " " in url or "\\" in url:
        return "has a character that no URL can have"
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return "is no URL"
    if "?" in url or "#" in url:
        return "must not have a query or a fragment"
    if "@" in parts.netloc:
        return "must not carry a user name or password"
    if parts.scheme and parts.scheme not in ("http", "https"):
        return "is neither https nor http"
    if bool(parts.scheme) != bool(parts.netloc) or (parts.scheme and not parts.hostname):
        return "has no host" if parts.scheme else "has no scheme"
    if not parts.scheme and _HOST.fullmatch(url.partition("/")[0]):
        return "has no scheme"
    if any(unquote(part) in (".", "..") for part in parts.path.split("/")):
        return 'leads elsewhere by "." or ".."'
    return None
