"""What may be shown of a URL: its path, and the values of a few harmless query parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._http import httpx

__all__ = ["MASK", "clean", "safe_url"]

MASK = "***"
SHOWN_QUERY = frozenset({"limit", "offset", "page", "sort", "status", "order"})


def safe_url(url: httpx.URL) -> str:
    """Return `url` without user information, fragment and the values of queries that may be private."""
    path = url.raw_path.partition(b"?")[0]
    base = f"{url.scheme}://{url.netloc.decode('ascii')}{path.decode('ascii')}"
    pairs = [part.partition("=") for part in url.query.decode("ascii", "replace").split("&") if part]
    shown = [f"{name}={value if name.lower() in SHOWN_QUERY else MASK}" for name, _, value in pairs]
    return base + ("?" + "&".join(shown) if shown else "")


def clean(text: str, limit: int = 300) -> str:
    """Return `text` as one printable line of at most `limit` characters, for messages and logs."""
    line = " ".join("".join(c if c.isprintable() else " " for c in text[: limit * 2]).split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
