"""The decisions about each attempt, shared by the sync and the async transport, which send and wait."""

from __future__ import annotations

import time
from random import random
from typing import TYPE_CHECKING, Any

from ..errors.base import AnswerTooLarge, ClientClosed, OdcError, RequestTimeout, TransportError
from ..kernel._http import httpx
from ..kernel.fork import reset_in_children
from ..kernel.proxied import proxy_of
from ..kernel.redact import safe_url
from .foreign import of_a_library
from .log import log_attempt, logger
from .secrecy import hide

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from ..call.call import Call
    from ..call.hooks import BoundHooks
    from ..call.settings import Settings

__all__ = ["TEMPORARY", "BaseTransport", "is_attempt", "set_apart"]

# Answers that may be different the next time; which of them are asked for again is the retry policy's matter.
TEMPORARY = frozenset({408, 429, 500, 502, 503, 504})
TOO_MANY = 429
LONGEST_HOLD = 60.0
DEBUG = 10


class BaseTransport:
    """What decides about the attempts of a client's calls.

    Attributes:
        settings: The settings of the client.
        closed: Whether the client was closed.
        make: Makes another like it, for a forked child; None if it is the user's own.
        clock: The seconds that budgets and pauses are counted in.
    """

    def __init__(self, settings: Settings, make: Callable[[], Any] | None = None) -> None:
        self.settings = settings
        self.closed = False
        self.clock = time.monotonic
        self.make = make
        reset_in_children(self)

    @property
    def http(self) -> Any:
        """The HTTP client that sends."""
        raise NotImplementedError

    def reset_after_fork(self) -> None:
        """Leave the parent's connections alone in a child process, which makes its own when it calls."""
        raise NotImplementedError

    def start(self, call: Call) -> None:
        """Note when a call starts.

        Raises:
            ClientClosed: The client was closed.
        """
        if self.closed or self.http.is_closed:
            what = "client" if self.closed else "http_client"
            raise ClientClosed(f"the {what} has been closed")
        call.started = self.clock()

    def waits(self, call: Call) -> Generator[float]:
        """Return the pauses to make until the rate budgets let the call through."""
        rates = self.settings.rates
        if rates is None:
            return _no_pauses()
        patience = rates.max_wait
        if "budget" in call.options:
            patience = min(patience, call.options["budget"] - (self.clock() - call.started))
        return rates.limiter.waits(call.buckets, self.clock, patience, call.operation.name, rates.shared)

    def failed(self, call: Call, request: httpx.Request, cause: Exception, since: float) -> TransportError:
        """Return the error of an attempt that got no answer.

        What the libraries below let through is an error of the client like any other; what code of the user
        raises (hooks, credentials, streams) stays as it is.
        """
        if isinstance(cause, OdcError) and cause.operation is None:
            cause.about(call.operation, request)
        if not isinstance(cause, httpx.RequestError) and not of_a_library(cause):
            raise cause
        from ..errors.failure import transport_error

        error = transport_error(cause, call.operation, request, proxy_of(self.http, request.url))
        self.log(call, request, error, since)
        return error

    def too_large(self, call: Call, response: httpx.Response) -> AnswerTooLarge:
        """Return the error of an answer that was given up while it was read."""
        error = AnswerTooLarge(response.status_code, self.settings.max_answer_bytes or 0)
        hide(response.request)
        error.about(call.operation, response.request)
        return error

    def watches(self, hooks: BoundHooks | None) -> bool:
        """Tell whether somebody looks at single attempts."""
        return (hooks is not None and hooks.after is not None) or logger.isEnabledFor(DEBUG)

    def log(
        self, call: Call, request: httpx.Request, outcome: httpx.Response | TransportError, since: float
    ) -> None:
        """Write the line of an attempt that began at `since`."""
        if logger.isEnabledFor(DEBUG):
            log_attempt(call, request, outcome, self.clock() - since)

    def pause(self, call: Call, outcome: httpx.Response | TransportError) -> float | None:
        """Return the seconds until the next attempt, or None if this outcome is the last one."""
        from ..policy.retry import policy_for

        now = self.clock()
        seconds = policy_for(self.settings.retry, call.options.get("retry")).pause(
            outcome,
            method=call.method,
            tries=call.tries,
            elapsed=now - call.started,
            replayable=call.replayable,
            chance=random(),  # noqa: S311 - spreads, hides nothing
        )
        if not isinstance(outcome, TransportError):
            self._learn(call, outcome, now, seconds or 0.0)
        budget = call.options.get("budget")
        late = seconds is not None and budget is not None and now + seconds > call.started + budget
        return None if late else seconds

    def _learn(self, call: Call, response: httpx.Response, now: float, pause: float) -> None:
        """Let also the other calls wait when the server says that a budget is spent."""
        rates = self.settings.rates
        if response.status_code == TOO_MANY and rates is not None:
            from ..kernel.retry_after import retry_after

            told = retry_after(response.headers.get("retry-after")) or 0.0
            rates.limiter.hold(call.buckets, now + max(pause, min(told, LONGEST_HOLD)))


def is_attempt(sent: httpx.Request, request: httpx.Request) -> bool:
    """Tell whether what a credential sent is the call's `request`, not one of its own, for a token."""
    return sent is request or (sent.method == request.method and sent.url == request.url)


def set_apart(answer: httpx.Response, following: httpx.Request) -> None:
    """Give an answer a request of its own, to be masked, where a credential sends the same one again."""
    if answer.request is following:
        answer.request = type(following)(
            following.method, following.url, headers=following.headers, extensions=following.extensions
        )


def _no_pauses() -> Generator[float]:
    yield from ()


def out_of_time(call: Call, budget: float) -> RequestTimeout:
    """Return the error of a call whose budget is over."""
    error = RequestTimeout(TimeoutError(f"its budget of {budget:g} s is over"))
    error.about(call.operation)
    error.method, error.url = call.method, safe_url(call.url)
    return error
