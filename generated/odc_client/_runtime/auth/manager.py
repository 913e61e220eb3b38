"""The token of one credential, shared by every client, thread and task that uses the credential.

`TokenManager._steps` decides; two thin drivers, sync and async, do its waiting. A renewal always runs on a
thread of its own: no caller is stuck longer than it is willing to wait, a cancelled one takes nobody with it,
and an event loop never waits for a lock, a disk or the network.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

from ..errors.base import OdcError
from ..kernel.fork import reset_in_children
from ..kernel.log import package_logger
from ..kernel.loops import current_loop
from .audit import audit, audit_renewal
from .held_token import HeldToken
from .no_token import AuthenticationError, TokenTimeout, another
from .schedule import Verdict, verdict
from .setbacks import Setbacks
from .sources.base import LeadingSource
from .sources.static import StaticToken
from .tolerant import TolerantStore

if TYPE_CHECKING:
    from .pending import PendingRenewal, Result, Steps
    from .portal import Portal
    from .protocols import AnySource, Clock, TokenStore
    from .renewal import Renewal
    from .tokens import Token

__all__ = ["TokenManager"]

logger = package_logger("auth")

TAKEOVERS = 5  # how often one caller goes on with a renewal that was given up halfway


class TokenManager:
    """Holds a token, renews it in time, and lets no two callers renew it at once.

    Attributes:
        held: The token at hand, or None; while `now() < held.fresh_until` it needs no further thought.
        made_from: What the registry makes the same manager of, in another process.
        now: The monotonic clock.
    """

    def __init__(self, source: AnySource, portal: Portal, store: TokenStore, clock: Clock) -> None:
        # A token that is at hand costs no thread, and a cold start no module that renews.
        self.held: HeldToken | None = source.prepared(clock) if isinstance(source, StaticToken) else None
        self.now = clock.monotonic
        self.made_from = (source, portal, store, clock)
        self._bound = source.bind(portal) if isinstance(source, LeadingSource) else source
        self._clock = clock
        self._store = TolerantStore(store)
        self._mutex = threading.Lock()  # held for microseconds, and never while waiting
        self._pending: PendingRenewal | None = None
        self._generation = 0
        self._keys: set[str] = set()
        self._refused: Token | None = None
        self._setbacks = Setbacks()
        reset_in_children(self)

    def get(self, timeout: float, patience: float | None = None) -> HeldToken:
        """Return a token, waiting up to `timeout` seconds for one where there is none to go on with.

        A caller that has only `patience` waits no longer; the renewal goes on for the others.

        Raises:
            OdcError: There is no token to be had.
        """
        from .pending import drive

        return drive(self._steps(None, timeout, None), _least(timeout, patience))

    async def get_async(self, timeout: float, patience: float | None = None) -> HeldToken:  # noqa: ASYNC109
        """Return a token, as `get` does."""
        from .pending import drive_async

        return await drive_async(self._steps(None, timeout, current_loop()), _least(timeout, patience))

    def replace(self, refused: HeldToken, timeout: float, patience: float | None = None) -> HeldToken:
        """Return another token than the one that the API refused; `refused` itself if there is no other."""
        from .pending import drive

        return drive(self._steps(refused, timeout, None), _least(timeout, patience))

    async def replace_async(
        self,
        refused: HeldToken,
        timeout: float,  # noqa: ASYNC109
        patience: float | None = None,
    ) -> HeldToken:
        """Return another token, as `replace` does."""
        from .pending import drive_async

        return await drive_async(self._steps(refused, timeout, current_loop()), _least(timeout, patience))

    def drop(self, refused: HeldToken) -> None:
        """Let the next call get another token than the one that the API refused."""
        with self._mutex:
            self._note_refused(refused)
            if self.held is not None and self.held.token == refused.token:
                self.held = None

    def refused_again(self) -> None:
        """Note that the replacement was refused, too: for a few seconds no other is fetched for a 401."""
        self._setbacks.refused_again(self.now())

    def clear(self, loop: Any = None, timeout: float = 60.0) -> None:
        """Forget the token here and in the store; what is on its way is not kept either."""
        with self._mutex:
            self._generation += 1
            audit("cleared", None if self.held is None else self.held.token)
            self.held = self._pending = self._refused = None
            self._setbacks = Setbacks()
            keys, self._keys = self._keys, set()
        self._renewal(loop, timeout).forget(keys)

    def reset_after_fork(self) -> None:
        """Start with free locks, no renewal on its way and jitter of its own in a child process."""
        self._mutex = threading.Lock()
        self._pending = None
        if self.held is not None:
            self.held = self.held.with_new_jitter()

    def _steps(self, refused: HeldToken | None, timeout: float, loop: Any) -> Steps:
        """Decide, from one renewal to the next; yields what to wait for and is sent what became of it."""
        for _ in range(TAKEOVERS):
            step = self._step(refused, timeout, loop)
            if isinstance(step, HeldToken):
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

    def _step(self, refused: HeldToken | None, timeout: float, loop: Any) -> HeldToken | PendingRenewal:
        """Return the token to use, or the renewal to wait for; begins one where there is none."""
        with self._mutex:
            held, now = self.held, self.now()
            if refused is None:
                decision = self._verdict(held, now)
                if held is not None and decision is Verdict.USE:
                    return held
            else:
                decision = Verdict.REFRESH_NOW
                if held is not None and held.token != refused.token:
                    return held
                if self._setbacks.hopeless(now):
                    return refused
                self._note_refused(refused)
            if held is None:
                self._setbacks.raise_known(now)
            pending, begun = self._join(refused is not None, timeout)
        if begun:
            self._launch(pending, timeout, loop)
        return held if held is not None and decision is Verdict.REFRESH_SOON else pending

    def _note_refused(self, refused: HeldToken) -> None:
        if self._refused != refused.token:
            self._refused = refused.token
            audit("refused", refused.token, by="the API")

    def _verdict(self, held: HeldToken | None, now: float) -> Verdict:
        if held is not None and held.outdated is not None and held.outdated():
            return Verdict.REFRESH_NOW
        return verdict(None if held is None else held.schedule, now, self._setbacks.quiet_until)

    def _join(self, forced: bool, timeout: float) -> tuple[PendingRenewal, bool]:
        from .pending import PendingRenewal

        pending = self._pending
        if pending is not None and not pending.overdue(timeout):
            return pending, False
        self._pending = pending = PendingRenewal(self._generation, forced)
        return pending, True

    def _launch(self, pending: PendingRenewal, timeout: float, loop: Any) -> None:
        from contextvars import copy_context

        renewal = self._renewal(loop, timeout)
        arguments = (self._run, pending, renewal)
        thread = threading.Thread(target=copy_context().run, args=arguments, name="odc-token", daemon=True)
        try:
            thread.start()
        except RuntimeError:  # at the end of the interpreter there are no new threads
            self._run(pending, renewal)

    def _renewal(self, loop: Any, timeout: float) -> Renewal:
        from .renewal import Renewal

        return Renewal(self._bound, self._store, self._clock, loop, timeout)

    def _run(self, pending: PendingRenewal, renewal: Renewal) -> None:
        result: Result = None
        try:
            result = renewal.attempt(self.held, self._refused)
        finally:  # also when this thread is made to end: the next waiter takes over
            self._end(pending, result, renewal.stored_under)

    def _end(self, pending: PendingRenewal, result: Result, key: str | None) -> None:
        with self._mutex:
            old, now = self.held, self.now()
            if pending is self._pending:
                self._pending = None
            if pending.generation == self._generation:
                self._keep(result, key, old, now)
        try:
            audit_renewal(result, old, self._bound)  # before anyone uses the token
        finally:
            pending.finish(result)
        if isinstance(result, OdcError) and old is not None and now < old.schedule.deadline:
            rest = old.schedule.deadline - now
            logger.warning("renewing the token failed, which still lives for %.0f s: %s", rest, result)

    def _keep(self, result: Result, key: str | None, old: HeldToken | None, now: float) -> None:
        if key is not None:
            self._keys.add(key)
        if isinstance(result, HeldToken):
            self.held = result
        self._setbacks.note(result, old, now)

    def _fall_back(self, error: Exception, refused: HeldToken | None) -> HeldToken:
        """Return the old token if it lives and the failure may pass; else raise the failure."""
        held = self.held
        lives = refused is None and held is not None and self.now() < held.schedule.deadline
        if held is not None and lives and isinstance(error, AuthenticationError) and error.temporary:
            return held
        raise another(error)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {'holding a token' if self.held else 'without a token'}>"


def _least(timeout: float, patience: float | None) -> float:
    return timeout if patience is None else min(timeout, patience)
