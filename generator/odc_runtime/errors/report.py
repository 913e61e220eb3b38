"""The text of an error for a support ticket."""

from __future__ import annotations

import platform
from datetime import UTC, datetime

from ..kernel._http import httpx
from ..kernel.redact import clean

__all__ = ["report"]

ATTRIBUTES = ("operation", "method", "url", "status", "trace_id", "retry_after", "path", "key", "sent")


def report(error: Exception) -> str:
    """Return what happened, where and with which versions; neither headers, nor bodies, nor secrets."""
    facts: dict[str, object] = {"error": type(error).__name__, "message": clean(str(error), 1000)}
    facts |= {name: getattr(error, name, None) for name in ATTRIBUTES}
    problem = getattr(error, "problem", None)
    if problem is not None:
        facts |= {
            "problem type": problem.type,
            "error code": problem.error_code,
            "instance": problem.instance,
        }
    if error.__cause__ is not None:
        facts["cause"] = f"{type(error.__cause__).__name__}: {clean(str(error.__cause__))}"
    facts["written"] = datetime.now(UTC).isoformat(timespec="seconds")
    facts["versions"] = f"Python {platform.python_version()}, {httpx.__name__} {httpx.__version__}"
    return "\n".join(
        f"{name.replace('_', ' ')}: {clean(str(value), 1000)}"
        for name, value in facts.items()
        if value is not None
    )
