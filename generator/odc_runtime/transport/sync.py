"""The driver of blocking calls."""

from __future__ import annotations

import time
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any, cast
from weakref import finalize

from ..errors.base import TransportError
from ..kernel._http import httpx
from ..kernel.bounded import limit_of, read_within, set_limit
from ..kernel.deadline import bound
from .base import TEMPORARY, BaseTransport, is_attempt, set_apart
from .guard import GuardedAuth
from .secrecy import hide, mask_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from ..call.call import Call
    from ..call.settings import Settings

__all__ = ["SyncTransport"]


class SyncTransport(BaseTransport):
    """Sends calls with an `httpx.Client`."""

    def __init__(
        self, http: httpx.Client, settings: Settings, make: Callable[[], httpx.Client] | None = None
    ) -> None:
        super().__init__(settings, make)
        self.sleep: Callable[[float], None] = time.sleep
        self._finalizer: finalize[[], Any] | None = None
        self.take(http)

    @property
    def http(self) -> httpx.Client:
        """The HTTP client that sends."""
        return self._http

    def take(self, http: httpx.Client) -> None:
        """Send with this HTTP client from now on; one that nobody closes leaves no socket behind either."""
        self._http = http
        bound(http)
        if self.make is not None:
            self._finalizer = finalize(self, http.close)

    def reset_after_fork(self) -> None:
        """Leave the parent's connections alone in a child process, which makes its own when it calls."""
        from .forked import ForkedClient

        if self._finalizer is not None:
            self._finalizer.detach()
        if not isinstance(self._http, ForkedClient):
            self._http = cast("httpx.Client", ForkedClient(self, self._http))

    def send(self, call: Call) -> httpx.Response:
        """Send a call, again where that helps, and return its answer, whatever its status."""
        self.start(call)
        tracer = self.settings.tracer
        if tracer is None:
            return self._send(call)
        from .trace import span

        with span(tracer, call) as answered:
            return answered(self._send(call))

    def _send(self, call: Call) -> httpx.Response:
        while True:
            if call.buckets:
                with closing(self.waits(call)) as waits:
                    for seconds in waits:
                        self.sleep(seconds)
            outcome = self._attempt(call)
            if isinstance(outcome, httpx.Response) and outcome.status_code not in TEMPORARY:
                return outcome
            pause = self.pause(call, outcome)
            if pause is not None:
                self.sleep(pause)
            elif isinstance(outcome, TransportError):
                raise outcome
            else:
                return outcome

    def _attempt(self, call: Call) -> httpx.Response | TransportError:
        hooks = call.hooks
        request = call.request(self.clock())
        if hooks is not None and hooks.before is not None:
            request = hooks.request(hooks.before(request), request, call.url, call.authorizes)
        since, limit = self.clock(), self.settings.max_answer_bytes
        set_limit(request, limit)
        auth = call.auth
        if self.make is None and auth is not None and self.http.event_hooks["request"]:
            auth = GuardedAuth(auth)
        if isinstance(auth, httpx.Auth) and self.watches(hooks):
            auth = _ShownAuth(auth, partial(self._show, call, request, since))
        try:
            response = self.http.send(request, auth=auth, follow_redirects=False, stream=True)
            whole = read_within(response, limit)
        except Exception as cause:  # noqa: BLE001 - what is not the libraries' is raised again
            hide(request)
            return self.failed(call, request, cause, since)
        if not whole:
            raise self.too_large(call, response)
        mask_answer(response)
        self.log(call, request, response, since)
        if hooks is not None and hooks.after is not None:
            response = hooks.response(hooks.after(response), response)
        return response

    def _show(self, call: Call, request: httpx.Request, since: float, answer: httpx.Response) -> None:
        """Show an answer that the credential has replayed; what the hook returns cannot replace it."""
        mask_answer(answer)
        self.log(call, request, answer, since)
        if call.hooks is not None and call.hooks.after is not None:
            call.hooks.response(call.hooks.after(answer), answer)


class _ShownAuth(httpx.Auth):
    """A call's credential, but each answer to the call after which it sends something else is shown first."""

    __slots__ = ("_auth", "_show")

    def __init__(self, auth: httpx.Auth, show: Callable[[httpx.Response], None]) -> None:
        self._auth = auth
        self._show = show

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        flow = self._auth.sync_auth_flow(request)
        try:
            following = next(flow)
            while True:
                sent, answer = following, (yield following)
                try:
                    following = flow.send(answer)
                except StopIteration:
                    return
                if is_attempt(sent, request):
                    set_apart(answer, following)
                    if not read_within(answer, limit_of(answer)):
                        return
                    self._show(answer)
        finally:
            flow.close()
