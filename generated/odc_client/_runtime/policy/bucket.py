"""The turns of one budget of requests a minute: who gets which moment."""

from __future__ import annotations

from collections import deque

__all__ = ["WINDOW", "Bucket", "Turn"]

# A second more than the server's minute, for requests that arrive closer together than they left.
WINDOW = 61.0


class Turn:
    """A moment that was given to a caller.

    Attributes:
        moment: When the caller may send.
        before: The `turn` of the bucket before it was given.
        free: Whether the caller has given it back.
    """

    __slots__ = ("before", "free", "moment")

    def __init__(self, moment: float, before: float) -> None:
        self.moment = moment
        self.before = before
        self.free = False


class Bucket:
    """The reservations of one budget; it knows no clock.

    Attributes:
        latest: The turn that was given last.
    """

    __slots__ = ("burst", "freed", "interval", "key", "latest", "limit", "reserved", "resume", "turn")

    def __init__(self, key: str, limit: int) -> None:
        self.key = key
        self.limit = limit
        self.interval = WINDOW / limit
        self.burst = (limit + 1) // 2
        self.turn = 0.0
        self.resume = 0.0
        self.reserved: deque[Turn] = deque()
        self.freed = 0
        self.latest = Turn(0.0, 0.0)

    def reserve(self, now: float, patience: float) -> tuple[float, bool]:
        """Return the seconds until the next free moment, and whether it was taken: only within `patience`."""
        while self.reserved and self.reserved[0].moment <= now - WINDOW:
            self.freed -= self.reserved.popleft().free
        again = self._given_back(now) if self.freed else None
        if again is not None:
            if again.moment - now > patience:
                return again.moment - now, False
            again.free, self.freed, self.latest = False, self.freed - 1, again
            return again.moment - now, True
        smooth = max(now, self.turn - (self.burst - 1) * self.interval)
        full = len(self.reserved) >= self.limit
        moment = max(smooth, self.resume, self.reserved[-self.limit].moment + WINDOW if full else 0.0)
        if moment - now > patience:
            return moment - now, False
        self.latest = Turn(moment, self.turn)
        # Only idle time earns a new burst, not the time that a full window or the server makes one wait.
        self.turn = max(self.turn, smooth) + self.interval + (moment - smooth)
        self.reserved.append(self.latest)
        return moment - now, True

    def give_back(self, turn: Turn) -> None:
        """Take back a turn that nobody will use; the next caller gets it, or it was never given."""
        turn.free = True
        self.freed += 1
        while self.reserved and self.reserved[-1].free:
            self.turn = self.reserved.pop().before
            self.freed -= 1

    def _given_back(self, now: float) -> Turn | None:
        soonest = max(now, self.resume)
        return next((turn for turn in self.reserved if turn.free and turn.moment >= soonest), None)
