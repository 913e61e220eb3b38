"""What an answer says about a failed operation."""

from __future__ import annotations

from typing import Any, cast

__all__ = ["messages_of"]

# Severities of what is no reason, where there are errors.
PROGRESS = ("none", "info", "information", "warning")
MESSAGE_FIELDS = ("errorCode", "errorMessage", "message", "title", "detail")


def messages_of(data: Any) -> list[str]:
    """Return the messages of a failed operation, wherever ODC's APIs put them."""
    found: list[str] = []
    if isinstance(data, str):
        found.append(data)
    elif isinstance(data, list):
        rows = cast("list[object]", data)
        failed = any(_severity(row) == "error" for row in rows)
        kept = [row for row in rows if not failed or _severity(row) not in PROGRESS]
        found += [text for row in kept for text in messages_of(row)]
    elif isinstance(data, dict):
        fields = cast("dict[str, Any]", data)
        told = [str(fields[name]) for name in MESSAGE_FIELDS if isinstance(fields.get(name), str)]
        found += [": ".join(told)] if told else []
        for name in ("error", "errors", "messages", "operations", "results", "validationMessages"):
            found += messages_of(fields.get(name))
    return found


def _severity(item: Any) -> str | None:
    fields = cast("dict[str, Any]", item) if isinstance(item, dict) else {}
    told = [fields.get("severity"), fields.get("type")]
    return next((text.casefold() for text in told if isinstance(text, str)), None)
