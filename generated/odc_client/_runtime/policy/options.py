"""What one call may be told beyond its own arguments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final, TypedDict

if TYPE_CHECKING:
    from ..kernel._http import httpx
    from .retry import Retry

__all__ = ["CALL_OPTIONS", "POLL_OPTIONS", "CallOptions", "PollOptions"]


class PollOptions(TypedDict, total=False):
    """Keyword options that every generated method takes, those that poll included.

    Attributes:
        budget: Seconds for the whole call, its retries and its turn in the rate budget included.
        headers: Headers added to the request; ASCII values without line breaks.
        auth: None sends the call without the client's credential; an `httpx.Auth` replaces it for this call.
        retry: A policy for this call; False for no retry; True to send also a POST or PATCH again that the
            server may have processed.
    """

    budget: float
    headers: Mapping[str, str]
    auth: httpx.Auth | None
    retry: Retry | bool


class CallOptions(PollOptions, total=False):
    """Keyword options of every generated method but those that poll, whose `timeout` is for all of it.

    Attributes:
        timeout: Seconds for each phase (connect, read, write, pool) of each attempt, or an `httpx.Timeout`.
    """

    timeout: float | httpx.Timeout


POLL_OPTIONS: Final = PollOptions.__optional_keys__
CALL_OPTIONS: Final = CallOptions.__optional_keys__
