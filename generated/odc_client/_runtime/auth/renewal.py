"""How a new token is got: from the store if another process has put one there, else from its source.

Runs on a thread of its own, never on an event loop: it waits for locks, disks and the network.
"""

from __future__ import annotations

import traceback
from concurrent.futures import CancelledError
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from ..errors.base import OdcError
from ..kernel.log import package_logger
from ..kernel.loops import start_on
from ..kernel.redact import clean
from .held_token import HeldToken, from_credential, from_store
from .no_token import CredentialSourceError, CredentialsUnavailable, TokenTimeout
from .oauth.failures import FAILURES
from .schedule import Verdict, verdict
from .sources.base import checked, is_async, label, resolve
from .tokens import Credential, token_problem

if TYPE_CHECKING:
    from .protocols import AnySource, AsyncCredentialSource, Clock, Exchange
    from .tokens import Token
    from .tolerant import TolerantStore

__all__ = ["Renewal", "readable"]

logger = package_logger("auth")


class Renewal:
    """One attempt at a newer token than `held`, and another than `refused`.

    Args:
        source: Where credentials come from.
        store: Where tokens are shared.
        clock: The clocks.
        loop: The event loop on which async sources run, or None.
        timeout: Seconds that an async source may take.
    """

    def __init__(
        self,
        source: AnySource,
        store: TolerantStore,
        clock: Clock,
        loop: Any,
        timeout: float,
    ) -> None:
        self._source = source
        self._store = store
        self._clock = clock
        self._loop = loop
        self._timeout = timeout
        self.stored_under: str | None = None

    def attempt(self, held: HeldToken | None, refused: Token | None) -> HeldToken | OdcError | None:
        """Return a token to use from now on, or the error why there is none, without its frames.

        None means that it was given up halfway: the event loop of an async source has ended meanwhile.
        """
        try:
            return self.run(held, refused)
        except CancelledError:
            return None
        except OdcError as error:
            failure = error
        except Exception as error:  # noqa: BLE001 whatever it is, the callers that wait must hear of it
            failure = readable(error, "renewing the token failed")
        failure.__traceback__ = None
        return failure

    def run(self, held: HeldToken | None, refused: Token | None) -> HeldToken:
        """Return a token to use from now on.

        Raises:
            OdcError: There is none.
        """
        sent, sent_wall = self._clock.monotonic(), self._clock.wall()
        found = resolve(self._source, self._call)
        if not isinstance(found, Credential):
            return self._exchange(found, held, refused)
        if problem := token_problem(found.token.reveal()):
            raise CredentialSourceError(f"{label(self._source)} returned a token that {problem}")
        fresh = from_credential(found, sent, sent_wall)
        if fresh is None:
            raise CredentialSourceError(f"{label(self._source)} returned a token that has expired already")
        return fresh

    def forget(self, keys: set[str]) -> None:
        """Remove from the store what is kept under `keys`; if empty, what the source leads to."""
        for key in keys or self._present_keys():
            FAILURES.forget(key)
            with self._store.lock(key):
                self._store.save(key, None)

    def _present_keys(self) -> set[str]:
        try:
            found = resolve(self._source, self._call)
        except CredentialsUnavailable:
            return set()
        return set() if isinstance(found, Credential) else {found.key()}

    def _exchange(self, exchange: Exchange, held: HeldToken | None, refused: Token | None) -> HeldToken:
        key = self.stored_under = exchange.key()
        newer = self._newer(key, held, refused)
        if newer is not None:
            return newer
        with self._store.lock(key):
            newer = self._newer(key, held, refused)  # another process may have been faster
            if newer is not None:
                return newer
            token = exchange.fetch()
            self._store.save(key, token)
        return HeldToken(token, token.deadline or 0.0)

    def _newer(self, key: str, held: HeldToken | None, refused: Token | None) -> HeldToken | None:
        stored = from_store(self._store.load(key), self._clock)
        if stored is None:
            return None
        now = self._clock.monotonic()
        if verdict(stored.schedule, now, 0.0) is Verdict.REFRESH_NOW:
            return None
        if refused is not None and (
            stored.token == refused or stored.token.obtained_at < refused.obtained_at
        ):
            return None
        if held is not None and (
            stored.token == held.token or stored.schedule.deadline <= held.schedule.deadline
        ):
            return None
        return stored

    def _call(self, source: AnySource) -> Credential:
        try:
            if is_async(source):
                return checked(self._call_async(source), source)
            return checked(source(), source)
        except (OdcError, CancelledError):
            raise
        except Exception as error:  # noqa: BLE001 someone else's code
            failure = error
        raise readable(failure, f"the credential source {label(source)} failed")

    def _call_async(self, source: AnySource) -> object:
        if self._loop is None:
            raise TypeError(
                f"the credential source {label(source)} is async; it serves the async client only"
            )
        future = start_on(self._loop, partial(_ask, source))
        try:
            return future.result(self._timeout)
        except TimeoutError:
            if future.done():
                raise  # the source's own
        future.cancel()
        raise TokenTimeout(f"the credential source {label(source)} took longer than {self._timeout:g} s")


async def _ask(source: AnySource) -> object:
    return await cast("AsyncCredentialSource", source)()


def readable(error: Exception, what: str) -> CredentialSourceError:
    """Return the error for a foreign failure: its kind and its message.

    The failure itself is not chained: its frames and attributes (a `JSONDecodeError.doc`) may hold a secret.
    At DEBUG the log tells where it was raised.
    """
    where = "".join(traceback.format_tb(error.__traceback__))
    logger.debug("%s with a %s:\n%s", what, type(error).__name__, where)
    return CredentialSourceError(f"{what}: {type(error).__name__}: {clean(str(error))}")
