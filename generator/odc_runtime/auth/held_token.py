"""A token as it is held in memory: ready to send, with the turning points of its life."""

from __future__ import annotations

from random import random
from typing import TYPE_CHECKING

from .header import BearerHeader
from .schedule import UNKNOWN_LIFETIME_SECONDS, Schedule
from .tokens import Token

if TYPE_CHECKING:
    from collections.abc import Callable

    from .protocols import Clock
    from .tokens import Credential

__all__ = ["HeldToken", "from_credential", "from_store"]

FUTURE_SECONDS = 60.0  # clocks of two machines may differ by this much


class HeldToken:
    """One token and its schedule; replaced as a whole, never changed.

    Attributes:
        token: The snapshot.
        header: The value of the Authorization header.
        schedule: The turning points.
        fresh_until: Until when the token is used without another thought.
        outdated: Tells whether its source has a newer one, if the source can tell.
    """

    __slots__ = ("fresh_until", "header", "outdated", "schedule", "token")

    def __init__(self, token: Token, deadline: float, outdated: Callable[[], bool] | None = None) -> None:
        self.token = Token(
            token.access_token, obtained_at=token.obtained_at, expires_at=token.expires_at, deadline=deadline
        )
        self.header = BearerHeader(token.access_token)
        self.schedule = Schedule(token.lifetime, deadline, random())  # noqa: S311 spreads load, hides nothing
        self.outdated = outdated
        self.fresh_until = self.schedule.advise_at if outdated is None else 0.0

    def with_new_jitter(self) -> HeldToken:
        """Return the same token, to be refreshed at a moment of its own."""
        return HeldToken(self.token, self.schedule.deadline, self.outdated)


def from_store(token: Token | None, clock: Clock) -> HeldToken | None:
    """Return a stored token as it is worth now, or None: expired, or from a future that has not come."""
    if token is None:
        return None
    if token.deadline is not None:  # it never left this process: the wall clock does not matter
        return HeldToken(token, token.deadline) if clock.monotonic() < token.deadline else None
    now = clock.wall()
    left = min(token.expires_at - now, token.lifetime)
    if left <= 0 or token.obtained_at > now + FUTURE_SECONDS:
        return None
    return HeldToken(token, clock.monotonic() + left)


def from_credential(credential: Credential, sent: float, sent_wall: float) -> HeldToken | None:
    """Return what a source gave, with its life counted from when it was asked; None if that is over."""
    from .jwt import jwt_expiry

    expiry = credential.expires_at
    if expiry is None:
        expiry = jwt_expiry(credential.token) or 0.0
        # A source that does not know is believed, and asked again after an hour.
        expiry = expiry if expiry > sent_wall else sent_wall + UNKNOWN_LIFETIME_SECONDS
    if expiry <= sent_wall:
        return None
    token = Token(credential.token, obtained_at=sent_wall, expires_at=expiry)
    return HeldToken(token, sent + token.lifetime, credential.outdated)
