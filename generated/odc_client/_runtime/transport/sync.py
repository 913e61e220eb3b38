"""The driver of blocking calls."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Any

from .._http import REFUSED, httpx
from ..errors import TransportError
from .base import TEMPORARY, BaseTransport

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..call import Call

__all__ = ["SyncTransport"]


class SyncTransport(BaseTransport):
    """Sends calls with an `httpx.Client`."""

    def __init__(self, http: httpx.Client, *args: Any, **kwargs: Any) -> None:
        super().__init__(http, *args, **kwargs)
        self.http = http
        self.sleep: Callable[[float], None] = time.sleep

    def send(self, call: Call) -> httpx.Response:
        """Send a call, again where that helps, and return its answer, whatever its status."""
        self.start(call)
        if self.tracer is None:
            return self._send(call)
        from .trace import span

        with span(self.tracer, call) as answered:
            return answered(self._send(call))

    def _send(self, call: Call) -> httpx.Response:
        while True:
            if call.buckets:
                for seconds in self.waits(call):
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
            request = hooks.request(hooks.before(request), request, call)
        since = self.clock()
        if self.watches(hooks):
            request.extensions[REFUSED] = partial(self._refused, call, request, since)
        try:
            response = self.http.send(request, auth=call.auth, follow_redirects=False)
        except httpx.RequestError as cause:
            return self.failed(call, request, cause, since)
        self.log(call, request, response, since)
        if hooks is not None and hooks.after is not None:
            response = hooks.response(hooks.after(response), response)
        return response

    def _refused(self, call: Call, request: httpx.Request, since: float, answer: httpx.Response) -> None:
        """Show an answer 401 that the credential replays; what the hook returns cannot replace it."""
        self.log(call, request, answer, since)
        if call.hooks is not None and call.hooks.after is not None:
            call.hooks.response(call.hooks.after(answer), answer)
