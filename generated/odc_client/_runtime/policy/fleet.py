"""Budgets shared by processes and machines, counted in Redis by the `limits` library."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING, Any

from ..errors.base import ConfigurationError
from ..kernel.log import package_logger

if TYPE_CHECKING:
    from .rates import Bucket

__all__ = ["Fleet"]

logger = package_logger()

SECONDS = 61
TIME_LIMITS: dict[str, Any] = {"socket_timeout": 1.0, "socket_connect_timeout": 1.0}
SOONEST, RETRY_STORE = 0.05, 30.0


class Fleet:
    """The moving windows of a portal's budgets in Redis; while it is down, each process goes on alone."""

    def __init__(self, redis_url: str, portal: str) -> None:
        try:
            from limits import RateLimitItemPerSecond
            from limits.storage import storage_from_string
            from limits.strategies import MovingWindowRateLimiter

            limits = TIME_LIMITS if redis_url.startswith("redis") else {}
            storage = storage_from_string(redis_url, wrap_exceptions=True, **limits)
        except Exception as error:  # noqa: BLE001 - each kind of store has errors of its own
            raise ConfigurationError(
                f"a shared rate budget needs limits, redis and a redis:// URL: {type(error).__name__}"
            ) from None
        self._window = MovingWindowRateLimiter(storage)
        self._item = RateLimitItemPerSecond
        self._portal = portal
        self._down_until = 0.0

    def wait(self, bucket: Bucket) -> float:
        """Count a request and return 0.0, or return the seconds until it is worth another try."""
        if time.monotonic() < self._down_until:
            return 0.0
        item = self._item(bucket.limit, SECONDS)
        try:
            if self._window.hit(item, self._portal, bucket.key):
                return 0.0
            free = self._window.get_window_stats(item, self._portal, bucket.key).reset_time - time.time()
        except Exception as error:  # noqa: BLE001 - whatever the store's client raises, the call must go on
            self._down_until = time.monotonic() + RETRY_STORE
            logger.warning(
                "the shared rate budget is out of reach (%s); going on alone", type(error).__name__
            )
            return 0.0
        return max(SOONEST, free) + random.random() * SOONEST  # noqa: S311 - spreads, hides nothing
