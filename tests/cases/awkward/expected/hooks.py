"""Your callbacks: this file is written once and never touched again by odcgen.

`on_before_request` runs before the token is attached, once for each attempt; `on_after_response` runs before an error is
raised and may return another response in place of the one it is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime._http import httpx


def on_before_request(request: httpx.Request) -> httpx.Request | None:
    """Change the request, or return another one; None leaves it as it is."""
    return None


def on_after_response(response: httpx.Response) -> httpx.Response | None:
    """Look at the response, or return another one; None leaves it as it is."""
    return None
