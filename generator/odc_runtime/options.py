"""What one call may be told beyond its own arguments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from ._http import httpx

__all__ = ["CallOptions"]


class CallOptions(TypedDict, total=False):
    """Keyword options every generated method takes.

    Attributes:
        timeout: Seconds for each phase (connect, read, write, pool) of each attempt, or an `httpx.Timeout`.
        headers: Headers added to the request; ASCII values without line breaks.
        auth: None sends the call without the client's credential; an `httpx.Auth` replaces it for this call.
    """

    timeout: float | httpx.Timeout
    headers: Mapping[str, str]
    auth: httpx.Auth | None
