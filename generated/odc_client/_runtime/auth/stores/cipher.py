"""Authenticated encryption of one cache entry."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import cast

from .extras import load
from .faults import Unreadable

__all__ = ["KEY_BYTES", "Cipher"]

KEY_BYTES = 32
MAGIC = b"odc-token"
VERSION = b"\x01"
NONCE_BYTES = 12
TAG_BYTES = 16


class Cipher:
    """AES-256-GCM over one entry; its header and its name are authenticated, so entries cannot be swapped.

    Args:
        keys: The key that seals, and those that open as well: one after the other while a key is replaced.
    """

    __slots__ = ("_aeads",)

    def __init__(self, *keys: bytes) -> None:
        make = load("cryptography.hazmat.primitives.ciphers.aead").AESGCM
        self._aeads = [make(key) for key in keys]

    def seal(self, plain: bytes, name: str) -> bytes:
        """Encrypt `plain` for the entry `name`."""
        header = MAGIC + VERSION
        nonce = os.urandom(NONCE_BYTES)
        return header + nonce + cast("bytes", self._aeads[0].encrypt(nonce, plain, header + name.encode()))

    def open(self, sealed: bytes, name: str) -> bytes:
        """Decrypt what `seal` wrote for the entry `name`; raises Unreadable, whatever is wrong with it."""
        header, rest = sealed[: len(MAGIC) + 1], sealed[len(MAGIC) + 1 :]
        if not header.startswith(MAGIC) or len(rest) < NONCE_BYTES + TAG_BYTES:
            raise Unreadable("it is not a complete token entry")
        if header != MAGIC + VERSION:
            raise Unreadable("another version of this library wrote it")
        nonce, body = rest[:NONCE_BYTES], rest[NONCE_BYTES:]
        for aead in self._aeads:
            with suppress(load("cryptography.exceptions").InvalidTag):
                return cast("bytes", aead.decrypt(nonce, body, header + name.encode()))
        raise Unreadable("it was changed, or encrypted with another key")
