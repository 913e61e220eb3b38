"""What the calls of one client share, fixed when it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._http import httpx
    from .hooks import BoundHooks

__all__ = ["DEFAULT_TIMEOUT", "Settings"]

DEFAULT_TIMEOUT = 60.0


class Settings:
    """The settings of a client, as its calls read them.

    Attributes:
        headers: The headers of every request.
        timeout: Seconds for each phase of an attempt.
        auth: What attaches the credential, or None.
        hooks: The user's hooks, or None.
    """

    __slots__ = ("auth", "headers", "hooks", "timeout")

    def __init__(
        self,
        headers: httpx.Headers,
        timeout: dict[str, float | None],
        auth: httpx.Auth | None,
        hooks: BoundHooks | None,
    ) -> None:
        self.headers = headers
        self.timeout = timeout
        self.auth = auth
        self.hooks = hooks
