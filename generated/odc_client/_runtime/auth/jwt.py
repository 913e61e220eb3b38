"""The end of a token's life, read from the token itself where it is a JWT."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .tokens import Secret

__all__ = ["jwt_expiry"]


def jwt_expiry(token: Secret) -> float | None:
    """Return the `exp` of a JWT as a wall-clock timestamp, unverified; None if there is none to read."""
    from .json_object import json_object

    parts = token.reveal().split(".")
    if len(parts) != 3:
        return None
    try:
        claims = json_object(urlsafe_b64decode(parts[1] + "=" * (-len(parts[1]) % 4)))
    except ValueError:
        return None
    expiry = (claims or {}).get("exp")
    return float(expiry) if isinstance(expiry, (int, float)) else None
