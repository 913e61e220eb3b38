"""A token as the bytes that a store seals, and back."""

from __future__ import annotations

import json
import math
import time
from typing import Any

from ..tokens import Token
from .faults import Unreadable

__all__ = ["decode", "encode", "remaining"]

CLOCK_SKEW = 60.0


def encode(token: Token) -> bytes:
    """Write a token down; its monotonic deadline means nothing elsewhere and stays out."""
    return json.dumps(
        {
            "access_token": token.access_token.reveal(),
            "token_type": token.token_type,
            "obtained_at": token.obtained_at,
            "expires_at": token.expires_at,
        }
    ).encode()


def decode(plain: bytes) -> Token | None:
    """Read a token; None if it has expired, Unreadable if its dates or types cannot be."""
    try:
        entry: dict[str, Any] = json.loads(plain)
        text, kind = entry["access_token"], entry["token_type"]
        obtained, expires = float(entry["obtained_at"]), float(entry["expires_at"])
    except (ValueError, TypeError, KeyError):
        raise Unreadable("its content is no token") from None
    if not (isinstance(text, str) and text and isinstance(kind, str)):
        raise Unreadable("its content is no token")
    if not (math.isfinite(expires) and obtained < expires):
        raise Unreadable("its dates contradict each other")
    now = time.time()
    if obtained > now + CLOCK_SKEW:
        raise Unreadable("it is dated in the future")
    if expires <= now:
        return None
    return Token(text, token_type=kind, obtained_at=obtained, expires_at=expires)


def remaining(token: Token) -> float:
    """Return for how many seconds the token lives from now on."""
    return token.expires_at - time.time()
