"""Digests of bytes, and of many parts together."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable


def digest(content: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def fingerprint(parts: Iterable[bytes | str]) -> str:
    """Return one digest of many parts, in their order."""
    whole = hashlib.sha256()
    for part in parts:
        content = part.encode() if isinstance(part, str) else part
        whole.update(len(content).to_bytes(8, "big"))
        whole.update(content)
    return whole.hexdigest()
