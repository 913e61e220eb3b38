"""The driver of awaited calls."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from ..errors.base import TransportError
from ..kernel._http import httpx
from ..kernel.bounded import aread_within, limit_of, set_limit
from ..kernel.loops import sleep
from ..kernel.threads import on_thread
from .base import TEMPORARY, BaseTransport, is_attempt, out_of_time, set_apart
from .guard import GuardedAuth
from .loop_clients import LoopClients
from .secrecy import hide, mask_answer

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Generator

    from ..call.call import Call
    from ..call.settings import Settings

__all__ = ["AsyncTransport"]


class AsyncTransport(BaseTransport):
    """Sends calls with an `httpx.AsyncClient`."""

    def __init__(
        self, http: httpx.AsyncClient, settings: Settings, make: Callable[[], httpx.AsyncClient] | None = None
    ) -> None:
        super().__init__(settings, make)
        self.sleep: Callable[[float], Awaitable[None]] = sleep
        self._clients = LoopClients(http, make)

    @property
    def http(self) -> httpx.AsyncClient:
        """The HTTP client that sends in this event loop."""
        return self._clients.current()

    def reset_after_fork(self) -> None:
        """Leave the parent's connections alone in a child process, which makes its own when it calls."""
        self._clients.reset_after_fork()

    async def aclose(self) -> None:
        """Close the connections of this event loop; those of others are closed at the end of theirs."""
        self.closed = True
        await self._clients.aclose()

    async def send(self, call: Call) -> httpx.Response:
        """Send a call, again where that helps, and return its answer, whatever its status."""
        self.start(call)
        if "budget" in call.options:
            return await self._within(call, call.options["budget"])
        return await self._traced(call)

    async def _within(self, call: Call, budget: float) -> httpx.Response:
        import anyio

        with anyio.move_on_after(budget):
            return await self._traced(call)
        raise out_of_time(call, budget)

    async def _traced(self, call: Call) -> httpx.Response:
        tracer = self.settings.tracer
        if tracer is None:
            return await self._send(call)
        from .trace import span

        with span(tracer, call) as answered:
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
        waits, rates = self.waits(call), self.settings.rates
        try:
            if rates is None or rates.shared is None:
                for seconds in waits:
                    await self.sleep(seconds)
                return
            # Redis is asked on a thread, so that the event loop never waits for it.
            while (pause := await on_thread(_next, waits)) is not None:
                await self.sleep(pause)
        finally:
            with suppress(ValueError):  # a thread is still asking, and gives the turn back when it has ended
                waits.close()

    async def _attempt(self, call: Call) -> httpx.Response | TransportError:
        hooks = call.hooks
        request = call.request(self.clock())
        if hooks is not None and hooks.before is not None:
            request = hooks.request(await _result(hooks.before(request)), request, call.url, call.authorizes)
        since, limit = self.clock(), self.settings.max_answer_bytes
        set_limit(request, limit)
        auth = call.auth
        if self.make is None and auth is not None and self.http.event_hooks["request"]:
            auth = GuardedAuth(auth)
        if isinstance(auth, httpx.Auth) and self.watches(hooks):
            auth = _ShownAuth(auth, partial(self._show, call, request, since))
        try:
            response = await self.http.send(request, auth=auth, follow_redirects=False, stream=True)
            whole = await aread_within(response, limit)
        except Exception as cause:  # noqa: BLE001 - what is not the libraries' is raised again
            hide(request)
            return self.failed(call, request, cause, since)
        if not whole:
            raise self.too_large(call, response)
        mask_answer(response)
        self.log(call, request, response, since)
        if hooks is not None and hooks.after is not None:
            response = hooks.response(await _result(hooks.after(response)), response)
        return response

    async def _show(self, call: Call, request: httpx.Request, since: float, answer: httpx.Response) -> None:
        """Show an answer that the credential has replayed; what the hook returns cannot replace it."""
        mask_answer(answer)
        self.log(call, request, answer, since)
        if call.hooks is not None and call.hooks.after is not None:
            call.hooks.response(await _result(call.hooks.after(answer)), answer)


def _next(waits: Generator[float]) -> float | None:
    return next(waits, None)


async def _result(value: Any) -> Any:
    return await value if hasattr(value, "__await__") else value


class _ShownAuth(httpx.Auth):
    """A call's credential, but each answer to the call after which it sends something else is shown first."""

    __slots__ = ("_auth", "_show")

    def __init__(self, auth: httpx.Auth, show: Callable[[httpx.Response], Awaitable[None]]) -> None:
        self._auth = auth
        self._show = show

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        flow = self._auth.async_auth_flow(request)
        try:
            following = await anext(flow)
            while True:
                sent, answer = following, (yield following)
                try:
                    following = await flow.asend(answer)
                except StopAsyncIteration:
                    return
                if is_attempt(sent, request):
                    set_apart(answer, following)
                    if not await aread_within(answer, limit_of(answer)):
                        return
                    await self._show(answer)
        finally:
            await flow.aclose()
