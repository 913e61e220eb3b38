"""JSON from outside that must be an object."""

from __future__ import annotations

import json
from typing import Any, cast

__all__ = ["json_object"]


def json_object(text: str | bytes) -> dict[str, Any] | None:
    """Return the JSON object in `text`; None if it holds anything else."""
    try:
        data: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return cast("dict[str, Any]", data) if isinstance(data, dict) else None
