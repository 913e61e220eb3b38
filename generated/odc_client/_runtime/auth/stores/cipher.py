"""Authenticated encryption of one cache entry."""

from __future__ import annotations

import os
from typing import cast

from ...kernel.optional import load
from .faults import Unreadable

__all__ = ["KEY_BYTES", "Cipher"]

KEY_BYTES = 32
MAGIC = b"odc-token"
VERSION = b"\x01"
NONCE_BYTES = 12
TAG_BYTES = 16


class Cipher:
    """AES-256-GCM over one entry; its header and its name are authenticated, so entries cannot be swapped."""

    __slots__ = ("_aead",)

    def __init__(self, key: bytes) -> None:
        self._aead = load("cryptography.hazmat.primitives.ciphers.aead").AESGCM(key)

    def seal(self, plain: bytes, name: str) -> bytes:
        """Encrypt `plain` for the entry `name`."""
        header = MAGIC + VERSION
        nonce = os.urandom(NONCE_BYTES)
        return header + nonce + cast("bytes", self._aead.encrypt(nonce, plain, header + name.encode()))

    def open(self, sealed: bytes, name: str) -> bytes:
        """Decrypt what `seal` wrote for the entry `name`; raises Unreadable, whatever is wrong with it."""
        header, rest = sealed[: len(MAGIC) + 1], sealed[len(MAGIC) + 1 :]
        if not header.startswith(MAGIC) or len(rest) < NONCE_BYTES + TAG_BYTES:
            raise Unreadable("it is not a complete token entry")
        if header != MAGIC + VERSION:
            raise Unreadable("another version of this library wrote it")
        nonce, body = rest[:NONCE_BYTES], rest[NONCE_BYTES:]
        try:
            return cast("bytes", self._aead.decrypt(nonce, body, header + name.encode()))
        except load("cryptography.exceptions").InvalidTag:
            raise Unreadable("it was changed, or encrypted with another key") from None
