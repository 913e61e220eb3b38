"""The audit log: what became of each token, which a fingerprint stands for.

All events are at INFO, so that nothing is printed where nobody asked for them. Each record has the attributes
`audit_event` and `audit_fingerprint`, for those who write logs as JSON.
"""

from __future__ import annotations

from logging import INFO
from typing import TYPE_CHECKING

from ..kernel.log import package_logger

if TYPE_CHECKING:
    from .held_token import HeldToken
    from .pending import Result
    from .protocols import AnySource
    from .tokens import Secret, Token

__all__ = ["audit", "audit_renewal", "fingerprint", "moment"]

logger = package_logger("audit")
DIGITS = 16


def audit(event: str, token: Token | None, **facts: object) -> None:
    """Tell of an event: `obtained`, `refreshed`, `refused`, `cleared`, `failed` or `store fault`."""
    if not logger.isEnabledFor(INFO):
        return
    mark = "none" if token is None else fingerprint(token.access_token)
    told = " ".join(f"{name}={fact}" for name, fact in facts.items() if fact is not None)
    extra = {"audit_event": event, "audit_fingerprint": mark}
    logger.info("token %s: fingerprint=%s %s", event, mark, told, extra=extra)


def audit_renewal(result: Result, old: HeldToken | None, source: AnySource) -> None:
    """Tell how a renewal ended that was to replace `old`; one that was given up halfway is none."""
    from .sources.base import label

    if isinstance(result, Exception):
        audit("failed", None, source=label(source), reason=result)
    elif result is not None and (old is None or result.token != old.token):
        ends = moment(result.token.expires_at)
        event = "obtained" if old is None else "refreshed"
        audit(event, result.token, source=label(source), expires=ends)


def fingerprint(secret: Secret) -> str:
    """Return what tells a token from others and does not tell the token: the start of its SHA-256, in hex."""
    from hashlib import sha256

    return sha256(secret.reveal().encode()).hexdigest()[:DIGITS]


def moment(wall: float | None) -> str | None:
    """Return a wall-clock time in seconds as ISO 8601, or None if it is not known or beyond all calendars."""
    from datetime import UTC, datetime

    try:
        return None if wall is None else datetime.fromtimestamp(wall, UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError, OSError):
        return None
