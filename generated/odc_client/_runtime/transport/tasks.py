"""The driver of awaited calls."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from .._http import REFUSED, httpx
from ..errors import TransportError
from .base import TEMPORARY, BaseTransport

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from ..call import Call

__all__ = ["AsyncTransport"]


class AsyncTransport(BaseTransport):
    """Sends calls with an `httpx.AsyncClient`."""

    def __init__(self, http: httpx.AsyncClient, *args: Any, **kwargs: Any) -> None:
        import asyncio  # not above: the blocking client does without it, and it costs 10 ms

        super().__init__(http, *args, **kwargs)
        self.http = http
        self.sleep: Callable[[float], Awaitable[None]] = asyncio.sleep

    async def send(self, call: Call) -> httpx.Response:
        """Send a call, again where that helps, and return its answer, whatever its status."""
        self.start(call)
        if self.tracer is None:
            return await self._send(call)
        from .trace import span

        with span(self.tracer, call) as answered:
            return answered(await self._send(call))

    async def _send(self, call: Call) -> httpx.Response:
        while True:
            if call.buckets:
                await self._take_turn(call)
            outcome = await self._attempt(call)
            if isinstance(outcome, httpx.Response) and outcome.status_code not in TEMPORARY:
                return outcome
            pause = self.pause(call, outcome)
            if pause is not None:
                await self.sleep(pause)
            elif isinstance(outcome, TransportError):
                raise outcome
            else:
                return outcome

    async def _take_turn(self, call: Call) -> None:
        waits = self.waits(call)
        if self.fleet is None:
            for seconds in waits:
                await self.sleep(seconds)
            return
        import asyncio

        # Redis is asked on a thread, so that the event loop never waits for it.
        while (pause := await asyncio.to_thread(next, waits, None)) is not None:
            await self.sleep(pause)

    async def _attempt(self, call: Call) -> httpx.Response | TransportError:
        hooks = call.hooks
        request = call.request(self.clock())
        if hooks is not None and hooks.before is not None:
            request = hooks.request(await _result(hooks.before(request)), request, call)
        since = self.clock()
        if self.watches(hooks):
            request.extensions[REFUSED] = partial(self._refused, call, request, since)
        try:
            response = await self.http.send(request, auth=call.auth, follow_redirects=False)
        except httpx.RequestError as cause:
            return self.failed(call, request, cause, since)
        self.log(call, request, response, since)
        if hooks is not None and hooks.after is not None:
            response = hooks.response(await _result(hooks.after(response)), response)
        return response

    async def _refused(
        self, call: Call, request: httpx.Request, since: float, answer: httpx.Response
    ) -> None:
        """Show an answer 401 that the credential replays; what the hook returns cannot replace it."""
        self.log(call, request, answer, since)
        if call.hooks is not None and call.hooks.after is not None:
            call.hooks.response(await _result(call.hooks.after(answer)), answer)


async def _result(value: Any) -> Any:
    return await value if hasattr(value, "__await__") else value
