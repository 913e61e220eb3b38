"""Which proxy a request goes through."""

from __future__ import annotations

from typing import Any

__all__ = ["proxy_of"]


def proxy_of(http: Any, url: Any) -> str | None:
    """Return the proxy of a URL as the HTTP client has it, without its password; None without one."""
    try:
        found = http._transport_for_url(url)._pool._proxy_url  # noqa: SLF001 - nothing public tells it
        port = "" if found.port is None else f":{found.port}"
        return f"{found.scheme.decode()}://{found.host.decode()}{port}"
    except AttributeError:
        return None
