"""What a forked child must not inherit: locks that another thread held, connections, work on its way."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from weakref import WeakSet

if TYPE_CHECKING:
    from typing import Protocol

    class Resettable(Protocol):
        """Something with state that is only true in the process that made it."""

        def reset_after_fork(self) -> None:
            """Start anew in a child process."""
            ...


__all__ = ["reset_in_children"]


_LIVING: WeakSet[Resettable] = WeakSet()


def reset_in_children(one: Resettable) -> None:
    """Call `one.reset_after_fork()` in each child that is forked while `one` lives."""
    _LIVING.add(one)


def _reset_all() -> None:
    for one in list(_LIVING):
        one.reset_after_fork()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_reset_all)
