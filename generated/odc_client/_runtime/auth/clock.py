"""The two clocks of a token's life, in one place so that tests can put their own in it."""

from __future__ import annotations

import sys
import time
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .protocols import Clock

__all__ = ["SYSTEM_CLOCK"]


class SystemClock:
    """The clocks of this machine."""

    wall = staticmethod(time.time)
    sleep = staticmethod(time.sleep)

    # A suspended laptop must not wake up with an expired token: the usual monotonic clock of Linux and macOS
    # stands still meanwhile, these do not.
    if hasattr(time, "CLOCK_BOOTTIME"):
        monotonic = staticmethod(partial(time.clock_gettime, time.CLOCK_BOOTTIME))
    elif sys.platform == "darwin":
        monotonic = staticmethod(partial(time.clock_gettime, time.CLOCK_MONOTONIC))
    else:
        monotonic = staticmethod(time.monotonic)


SYSTEM_CLOCK: Clock = SystemClock()
