"""What failed lately, and until when it is not tried again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .held_token import HeldToken
from .no_token import AuthenticationError, TokenEndpointUnavailable, another
from .schedule import DOWN_SECONDS, HOPELESS_SECONDS, QUIET_SECONDS, Verdict, quiet_after_failure, verdict

if TYPE_CHECKING:
    from .pending import Result

__all__ = ["Setbacks"]

NEVER = float("-inf")


class Setbacks:
    """The failures of one token's renewals; times are on the monotonic clock.

    Attributes:
        quiet_until: Until when a token that still lives is used without another try.
    """

    __slots__ = ("_down", "_hopeless_until", "quiet_until")

    def __init__(self) -> None:
        self.quiet_until = self._hopeless_until = NEVER
        self._down: tuple[float, TokenEndpointUnavailable] | None = None

    def hopeless(self, now: float) -> bool:
        """Tell whether a new token was refused a moment ago, so that another would be, too."""
        return now < self._hopeless_until

    def refused_again(self, now: float) -> None:
        """Note that the replacement of a refused token was refused, too."""
        self._hopeless_until = now + HOPELESS_SECONDS

    def raise_known(self, now: float) -> None:
        """Fail at once while it is known that the token endpoint does not answer.

        Raises:
            TokenEndpointUnavailable: The failure of a moment ago.
        """
        if self._down is not None and now < self._down[0]:
            raise another(self._down[1], f"known; asked again in {self._down[0] - now:.0f} s")

    def note(self, result: Result, old: HeldToken | None, now: float) -> None:
        """Take into account how a renewal ended that was to replace `old`."""
        self._down = (now + DOWN_SECONDS, result) if isinstance(result, TokenEndpointUnavailable) else None
        if isinstance(result, HeldToken):
            fresh = verdict(result.schedule, now, NEVER) is Verdict.USE
            self.quiet_until = NEVER if fresh else now + QUIET_SECONDS
        elif result is not None:
            temporary = isinstance(result, AuthenticationError) and result.temporary
            retry_after = result.retry_after if isinstance(result, AuthenticationError) else None
            mandate_at = NEVER if old is None else old.schedule.mandate_at
            self.quiet_until = quiet_after_failure(now, temporary, retry_after, mandate_at)
