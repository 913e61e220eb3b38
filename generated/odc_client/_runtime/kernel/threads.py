"""Work on a thread of its own: the event loop does not wait for it, nor it for the application's executor."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, TypeVar

from .loops import outcome

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["on_thread", "on_worker"]

T = TypeVar("T")


async def on_thread(function: Callable[..., T], *arguments: Any) -> T:
    """Return what a function returns that may take its time."""
    future: Future[T] = Future()

    def work() -> None:
        try:
            result = function(*arguments)
        except BaseException as error:  # noqa: BLE001 - it is raised where it is awaited
            future.set_exception(error)
        else:
            future.set_result(result)

    threading.Thread(target=copy_context().run, args=(work,), name="odc-aside", daemon=True).start()
    return await outcome(future)


async def on_worker(function: Callable[..., T], *arguments: Any) -> T:
    """Return what a function returns that works on a file; a caller that is cancelled waits for its end.

    So no file is closed while a thread still writes to it.
    """
    import anyio.to_thread

    return await anyio.to_thread.run_sync(function, *arguments, limiter=anyio.CapacityLimiter(1))
