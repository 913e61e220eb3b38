"""The event loop of this moment, asyncio's or trio's, and how other threads reach it.

anyio does the sleeping, the time limits and the cancelling of both. What stands here it lacks, or has only in
its newest versions: nothing of it blocks the thread that calls into a loop.
"""

from __future__ import annotations

import sys
from concurrent.futures import CancelledError, Future, InvalidStateError
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

__all__ = ["current_loop", "is_over", "outcome", "sleep", "start_on"]

T = TypeVar("T")


def current_loop() -> Any:
    """Return what tells this event loop from others: asyncio's loop, trio's token; None outside of both."""
    trio: Any = sys.modules.get("trio.lowlevel")
    if trio is not None and getattr(trio, "in_trio_run", bool)():
        return trio.current_trio_token()
    asyncio: Any = sys.modules.get("asyncio")
    with suppress(AttributeError, RuntimeError):
        return asyncio.get_running_loop()
    return None


def is_over(loop: Any) -> bool:
    """Tell whether a loop of asyncio was closed; trio closes what is open at its end."""
    return bool(getattr(loop, "is_closed", bool)())


async def sleep(seconds: float) -> None:
    """Let other tasks run for so many seconds."""
    import anyio

    await anyio.sleep(seconds)


async def outcome(future: Future[T], timeout: float | None = None) -> T:  # noqa: ASYNC109 - as a future has it
    """Wait for what a thread does; whoever is cancelled here leaves it on its way.

    Raises:
        TimeoutError: It took longer than `timeout` seconds.
    """
    import anyio

    arrived, wake = anyio.Event(), _waker(current_loop())

    def tell(_: object) -> None:
        with suppress(RuntimeError):  # the loop is over, and nobody waits there any more
            wake(arrived.set)

    future.add_done_callback(tell)
    with anyio.move_on_after(timeout):
        await arrived.wait()
    if not future.done():
        raise TimeoutError
    return future.result()


def start_on(loop: Any, ask: Callable[[], Coroutine[Any, Any, T]]) -> Future[T]:
    """Run a coroutine on a loop of another thread; cancelling the future cancels it.

    Raises:
        CancelledError: The loop is over.
    """
    if not hasattr(loop, "run_sync_soon"):
        return _start_on_asyncio(loop, ask)
    future: Future[T] = Future()
    try:
        loop.run_sync_soon(_spawn, loop, ask, future)
    except RuntimeError:
        raise CancelledError from None
    return future


def _waker(loop: Any) -> Callable[[Callable[[], object]], object]:
    found: Callable[[Callable[[], object]], object] = getattr(loop, "run_sync_soon", None) or (
        loop.call_soon_threadsafe
    )
    return found


def _start_on_asyncio(loop: Any, ask: Callable[[], Coroutine[Any, Any, T]]) -> Future[T]:
    import asyncio

    asking = ask()
    try:
        return asyncio.run_coroutine_threadsafe(asking, loop)
    except RuntimeError:
        asking.close()
        raise CancelledError from None


def _spawn(loop: Any, ask: Callable[[], Coroutine[Any, Any, T]], future: Future[T]) -> None:
    """Start a task that belongs to nobody's scope, as a task of asyncio does not either."""
    import trio

    scope = trio.CancelScope()

    def ended(_: object) -> None:
        with suppress(RuntimeError):
            loop.run_sync_soon(scope.cancel)

    async def work() -> None:
        with scope:
            try:
                result = await ask()
            except Exception as error:  # noqa: BLE001 - it is raised where it is awaited
                with suppress(InvalidStateError):
                    future.set_exception(error)
            except BaseException:  # trio is about to end, or nobody waits for this any more
                future.cancel()
                raise
            else:
                with suppress(InvalidStateError):
                    future.set_result(result)

    future.add_done_callback(ended)
    try:
        trio.lowlevel.spawn_system_task(work)
    except RuntimeError:
        future.cancel()
