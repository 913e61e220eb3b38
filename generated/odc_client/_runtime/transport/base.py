"""The decisions about each attempt, shared by the sync and the async transport, which send and wait."""

from __future__ import annotations

import time
from random import random
from typing import TYPE_CHECKING, Any

from ..errors import ClientClosed, TransportError
from .log import log_attempt, logger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .._http import httpx
    from ..call import Call
    from ..hooks import BoundHooks
    from .fleet import Fleet
    from .rates import Limiter
    from .retry import Retry

__all__ = ["TEMPORARY", "BaseTransport"]

# Answers that may be different the next time; which of them are asked for again is the retry policy's matter.
TEMPORARY = frozenset({408, 429, 500, 502, 503, 504})
TOO_MANY = 429
LONGEST_HOLD = 60.0
DEBUG = 10


class BaseTransport:
    """What the calls of one client share, fixed when it is made.

    Attributes:
        headers: The headers of every request.
        timeout: Seconds for each phase of an attempt.
        allow_insecure: Whether http:// is taken beyond the loopback.
        auth: What attaches the credential, or None.
        hooks: The user's hooks, or None.
        retry: The retry policy; True is the default one, False is none.
        limiter: What keeps to the rate budgets, or None if that is switched off.
        max_wait: Seconds that a call may wait for its turn in them.
        fleet: What shares the rate budgets with other processes, or None.
        tracer: The OpenTelemetry tracer, or None.
        closed: Whether the client was closed.
    """

    def __init__(
        self,
        http: httpx.Client | httpx.AsyncClient,
        headers: httpx.Headers,
        timeout: dict[str, float | None],
        *,
        retry: Retry | bool,
        allow_insecure: bool,
    ) -> None:
        self._http = http
        self.headers = headers
        self.timeout = timeout
        self.retry = retry
        self.allow_insecure = allow_insecure
        self.auth: httpx.Auth | None = None
        self.hooks: BoundHooks | None = None
        self.limiter: Limiter | None = None
        self.max_wait = 0.0
        self.fleet: Fleet | None = None
        self.tracer: Any = None
        self.closed = False
        self.clock = time.monotonic

    def start(self, call: Call) -> None:
        """Note when a call starts.

        Raises:
            ClientClosed: The client was closed.
        """
        if self.closed or self._http.is_closed:
            what = "client" if self.closed else "http_client"
            raise ClientClosed(f"the {what} has been closed")
        call.started = self.clock()

    def waits(self, call: Call) -> Iterator[float]:
        """Return the pauses to make until the rate budgets let the call through."""
        limiter = self.limiter
        if limiter is None:
            return iter(())
        patience = self.max_wait
        if "budget" in call.options:
            patience = min(patience, call.options["budget"] - (self.clock() - call.started))
        return limiter.waits(call.buckets, self.clock, patience, call.operation.name, self.fleet)

    def failed(
        self, call: Call, request: httpx.Request, cause: httpx.RequestError, since: float
    ) -> TransportError:
        """Return the error of an attempt that got no answer."""
        from ..failure import transport_error

        error = transport_error(cause, call.operation, request)
        self.log(call, request, error, since)
        return error

    def watches(self, hooks: BoundHooks | None) -> bool:
        """Tell whether somebody looks at single attempts."""
        return logger.isEnabledFor(DEBUG) or (hooks is not None and hooks.after is not None)

    def log(
        self, call: Call, request: httpx.Request, outcome: httpx.Response | TransportError, since: float
    ) -> None:
        """Write the line of an attempt that began at `since`."""
        if logger.isEnabledFor(DEBUG):
            log_attempt(call, request, outcome, self.clock() - since)

    def pause(self, call: Call, outcome: httpx.Response | TransportError) -> float | None:
        """Return the seconds until the next attempt, or None if this outcome is the last one."""
        from .retry import policy_for

        now = self.clock()
        seconds = policy_for(self.retry, call.options).pause(
            outcome,
            method=call.method,
            tries=call.tries,
            elapsed=now - call.started,
            replayable=call.replayable,
            chance=random(),  # noqa: S311 - spreads, hides nothing
        )
        if self.limiter is not None and not isinstance(outcome, TransportError):
            self._learn(call, outcome, now, seconds or 0.0)
        budget = call.options.get("budget")
        late = seconds is not None and budget is not None and now + seconds > call.started + budget
        return None if late else seconds

    def _learn(self, call: Call, response: httpx.Response, now: float, pause: float) -> None:
        """Let also the other calls wait when the server says that a budget is spent."""
        from ..retry_after import retry_after

        if response.status_code == TOO_MANY and self.limiter is not None:
            told = retry_after(response.headers.get("retry-after")) or 0.0
            self.limiter.hold(call.buckets, now + max(pause, min(told, LONGEST_HOLD)))
