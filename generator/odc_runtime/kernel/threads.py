"""Work on a thread of its own: the event loop does not wait for it, nor it for the application's executor."""

from __future__ import annotations

import threading
from concurrent.futures import Future
from contextvars import copy_context
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["on_thread"]

T = TypeVar("T")


async def on_thread(function: Callable[..., T], *arguments: Any) -> T:
    """Return what a function returns that may take its time."""
    import asyncio

    future: Future[T] = Future()

    def work() -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            result = function(*arguments)
        except BaseException as error:  # noqa: BLE001 - it is raised where it is awaited
            future.set_exception(error)
        else:
            future.set_result(result)

    threading.Thread(target=copy_context().run, args=(work,), name="odc-aside", daemon=True).start()
    return await asyncio.wrap_future(future)
