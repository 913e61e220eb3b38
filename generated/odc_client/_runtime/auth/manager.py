"""The token of one credential, shared by every client, thread and task that uses the credential.

`TokenManager._course` decides; two thin drivers, sync and async, do its waiting. A renewal always runs on a
thread of its own: no caller is stuck longer than it is willing to wait, a cancelled one takes nobody with it,
and an event loop never waits for a lock, a disk or the network.
"""

from __future__ import annotations

import logging
import threading
from typing import TYPE_CHECKING

from ..errors import OdcError
from .errors import AuthenticationError, TokenTimeout, another
from .fork import reset_in_children
from .holding import Holding
from .policy import HOPELESS_SECONDS, QUIET_SECONDS, Verdict, quiet_after_failure, verdict
from .shelf import Shelf
from .sources.base import LeadingSource
from .sources.static import StaticToken

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import Callable

    from .flight import Course, Flight, Result
    from .portal import Portal
    from .protocols import AnySource, Clock, TokenStore
    from .renewal import Renewal
    from .tokens import Token

__all__ = ["TokenManager"]

logger = logging.getLogger("odc_client.auth")

TAKEOVERS = 5  # how often one caller goes on with a renewal that was given up halfway
NEVER = float("-inf")


class TokenManager:
    """Holds a token, renews it in time, and lets no two callers renew it at once.

    Attributes:
        holding: The token at hand, or None; while `now() < holding.fresh_until` it needs no further thought.
        now: The monotonic clock.
    """

    def __init__(self, source: AnySource, portal: Portal, store: TokenStore, clock: Clock) -> None:
        # A token that is at hand costs no thread, and a cold start no module that renews.
        self.holding: Holding | None = source.prepared(clock) if isinstance(source, StaticToken) else None
        self.now = clock.monotonic
        self._made_from = (source, portal, store, clock)
        self._bound = source.bind(portal) if isinstance(source, LeadingSource) else source
        self._clock = clock
        self._shelf = Shelf(store)
        self._mutex = threading.Lock()  # held for microseconds, and never while waiting
        self._flight: Flight | None = None
        self._era = 0
        self._keys: set[str] = set()
        self._quiet_until = NEVER
        self._refused: Token | None = None
        self._hopeless_until = NEVER
        reset_in_children(self)

    def get(self, timeout: float) -> Holding:
        """Return a token, waiting up to `timeout` seconds for one where there is none to go on with.

        Raises:
            OdcError: There is no token to be had.
        """
        from .flight import drive

        return drive(self._course(None, timeout, None), timeout)

    async def get_async(self, timeout: float) -> Holding:  # noqa: ASYNC109 one budget for several waits
        """Return a token, as `get` does."""
        from .flight import drive_async

        return await drive_async(self._course(None, timeout, _running_loop()), timeout)

    def replace(self, refused: Holding, timeout: float) -> Holding:
        """Return another token than the one that the API refused; `refused` itself if there is no other."""
        from .flight import drive

        return drive(self._course(refused, timeout, None), timeout)

    async def replace_async(self, refused: Holding, timeout: float) -> Holding:  # noqa: ASYNC109
        """Return another token, as `replace` does."""
        from .flight import drive_async

        return await drive_async(self._course(refused, timeout, _running_loop()), timeout)

    def drop(self, refused: Holding) -> None:
        """Let the next call get another token than the one that the API refused."""
        with self._mutex:
            self._refused = refused.token
            if self.holding is not None and self.holding.token == refused.token:
                self.holding = None

    def refused_again(self) -> None:
        """Note that the replacement was refused, too: for a few seconds no other is fetched for a 401."""
        self._hopeless_until = self.now() + HOPELESS_SECONDS

    def clear(self, loop: AbstractEventLoop | None = None, timeout: float = 60.0) -> None:
        """Forget the token here and in the store; what is on its way is not kept either."""
        with self._mutex:
            self._era += 1
            self.holding = self._flight = self._refused = None
            self._quiet_until = self._hopeless_until = NEVER
            keys, self._keys = self._keys, set()
        self._renewal(loop, timeout).forget(keys)

    def reset_after_fork(self) -> None:
        """Start with free locks, no renewal on its way and jitter of its own in a child process."""
        self._mutex = threading.Lock()
        self._flight = None
        if self.holding is not None:
            self.holding = self.holding.with_new_jitter()

    def _course(self, refused: Holding | None, timeout: float, loop: AbstractEventLoop | None) -> Course:
        """Decide, from one renewal to the next; yields what to wait for and is sent what became of it."""
        for _ in range(TAKEOVERS):
            step = self._step(refused, timeout, loop)
            if isinstance(step, Holding):
                return step
            result = yield step
            if isinstance(result, Exception):
                return self._fall_back(result, refused)
            if result is None:
                continue
            if refused is None or result.token != refused.token:
                return result
            if step.forced:
                return refused
        raise TokenTimeout("each renewal of the token was given up halfway")

    def _step(
        self, refused: Holding | None, timeout: float, loop: AbstractEventLoop | None
    ) -> Holding | Flight:
        """Return the token to use, or the renewal to wait for; begins one where there is none."""
        with self._mutex:
            holding, now = self.holding, self.now()
            if refused is None:
                decision = self._verdict(holding, now)
                if holding is not None and decision is Verdict.USE:
                    return holding
            else:
                decision = Verdict.REFRESH_NOW
                if holding is not None and holding.token != refused.token:
                    return holding
                if now < self._hopeless_until:
                    return refused
                self._refused = refused.token
            flight, begun = self._join(refused is not None, timeout)
        if begun:
            self._launch(flight, timeout, loop)
        return holding if holding is not None and decision is Verdict.REFRESH_SOON else flight

    def _verdict(self, holding: Holding | None, now: float) -> Verdict:
        if holding is not None and holding.outdated is not None and holding.outdated():
            return Verdict.REFRESH_NOW
        return verdict(None if holding is None else holding.schedule, now, self._quiet_until)

    def _join(self, forced: bool, timeout: float) -> tuple[Flight, bool]:
        from .flight import Flight

        flight = self._flight
        if flight is not None and not flight.overdue(timeout):
            return flight, False
        self._flight = flight = Flight(self._era, forced)
        return flight, True

    def _launch(self, flight: Flight, timeout: float, loop: AbstractEventLoop | None) -> None:
        from contextvars import copy_context

        renewal = self._renewal(loop, timeout)
        arguments = (self._fly, flight, renewal)
        thread = threading.Thread(target=copy_context().run, args=arguments, name="odc-token", daemon=True)
        try:
            thread.start()
        except RuntimeError:  # at the end of the interpreter there are no new threads
            self._fly(flight, renewal)

    def _renewal(self, loop: AbstractEventLoop | None, timeout: float) -> Renewal:
        from .renewal import Renewal

        return Renewal(self._bound, self._shelf, self._clock, loop, timeout)

    def _fly(self, flight: Flight, renewal: Renewal) -> None:
        result: Result = None
        try:
            result = renewal.attempt(self.holding, self._refused)
        finally:  # also when this thread is made to end: the next waiter takes over
            with self._mutex:
                old, now = self.holding, self.now()
                if flight is self._flight:
                    self._flight = None
                if flight.era == self._era:
                    self._keep(result, renewal.stored_under, old, now)
            flight.land(result)
        if isinstance(result, OdcError) and old is not None and now < old.schedule.deadline:
            rest = old.schedule.deadline - now
            logger.warning("renewing the token failed, which still lives for %.0f s: %s", rest, result)

    def _keep(self, result: Result, key: str | None, old: Holding | None, now: float) -> None:
        if key is not None:
            self._keys.add(key)
        if isinstance(result, Holding):
            self.holding = result
            fresh = verdict(result.schedule, now, NEVER) is Verdict.USE
            self._quiet_until = NEVER if fresh else now + QUIET_SECONDS
        elif isinstance(result, OdcError):
            temporary = isinstance(result, AuthenticationError) and result.temporary
            retry_after = result.retry_after if isinstance(result, AuthenticationError) else None
            mandate_at = NEVER if old is None else old.schedule.mandate_at
            self._quiet_until = quiet_after_failure(now, temporary, retry_after, mandate_at)

    def _fall_back(self, error: Exception, refused: Holding | None) -> Holding:
        """Return the old token if it lives and the failure may pass; else raise the failure."""
        holding = self.holding
        lives = refused is None and holding is not None and self.now() < holding.schedule.deadline
        if holding is not None and lives and isinstance(error, AuthenticationError) and error.temporary:
            return holding
        raise another(error)

    def __reduce__(self) -> tuple[Callable[..., TokenManager], tuple[object, ...]]:
        """Travel to another process as what it is made from, without the token."""
        from .registry import manager_for

        return manager_for, self._made_from

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {'holding a token' if self.holding else 'without a token'}>"


def _running_loop() -> AbstractEventLoop:
    import asyncio

    return asyncio.get_running_loop()
