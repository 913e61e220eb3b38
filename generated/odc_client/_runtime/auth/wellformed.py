"""What can be sent as a bearer token."""

from __future__ import annotations

__all__ = ["token_problem"]


def token_problem(text: str) -> str | None:
    """Return what keeps `text` from being a token, without quoting it, or None."""
    if not text:
        return "is empty"
    if not text.isascii() or not text.isprintable():
        return "holds characters that no header can carry"
    if " " in text:
        return (
            "holds a blank (the word Bearer does not belong to it)"
            if text[:7].lower() == "bearer "
            else ("holds a blank")
        )
    return None
