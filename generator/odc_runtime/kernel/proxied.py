"""How an HTTP client reaches a URL: through which proxy, and whether certificates are checked."""

from __future__ import annotations

from typing import Any

__all__ = ["checks_certificates", "proxy_of"]


def proxy_of(http: Any, url: Any) -> str | None:
    """Return the proxy of a URL as the HTTP client has it, without its password; None without one."""
    try:
        found = http._transport_for_url(url)._pool._proxy_url  # noqa: SLF001 - nothing public tells it
        port = "" if found.port is None else f":{found.port}"
        return f"{found.scheme.decode()}://{found.host.decode()}{port}"
    except AttributeError:
        return None


def checks_certificates(http: Any, url: Any) -> bool:
    """Tell whether the HTTP client checks the certificate at a URL, as far as that can be known."""
    try:
        context = http._transport_for_url(url)._pool._ssl_context  # noqa: SLF001 - nothing public tells it
        return bool(context is None or context.verify_mode)
    except AttributeError:
        return True
