"""One DEBUG line an attempt in the logger of the package; values of queries and headers never appear."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from ..kernel.log import package_logger
from ..kernel.redact import safe_url

if TYPE_CHECKING:
    from ..call.call import Call
    from ..errors.base import TransportError
    from ..kernel._http import httpx

__all__ = ["log_attempt", "logger"]

logger = package_logger()
logger.addHandler(logging.NullHandler())


def log_attempt(
    call: Call, request: httpx.Request, outcome: httpx.Response | TransportError, seconds: float
) -> None:
    """Write the line of one attempt."""
    logger.debug(
        "%s attempt %d: %s %s -> %s in %.0f ms",
        call.operation.name,
        call.tries,
        request.method,
        safe_url(request.url),
        getattr(outcome, "status_code", None) or type(outcome).__name__,
        seconds * 1000,
    )
