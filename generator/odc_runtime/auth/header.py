"""The Authorization header, masked wherever a frame, a log or a pickle of the HTTP layers would show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

if TYPE_CHECKING:
    from .tokens import Secret

__all__ = ["BearerHeader", "MaskedBytes"]

SHOWN = b"Bearer ***"


class MaskedBytes(bytes):
    """Bytes that are sent as they are and shown masked."""

    __slots__ = ()

    shown: ClassVar[bytes] = SHOWN

    def __repr__(self) -> str:
        return repr(self.shown)

    def __copy__(self) -> MaskedBytes:
        return self

    def __deepcopy__(self, memo: object) -> MaskedBytes:
        return self

    def __reduce_ex__(self, protocol: object) -> tuple[type[bytes], tuple[bytes]]:
        return bytes, (self.shown,)


class BearerHeader(str):
    """The header's value as text; the HTTP layers take the bytes of `encode()` and keep them as they are."""

    __slots__ = ("_bytes",)

    _bytes: MaskedBytes

    def __new__(cls, token: Secret) -> BearerHeader:
        """Make the header that carries `token`."""
        self = super().__new__(cls, f"Bearer {token.reveal()}")
        self._bytes = MaskedBytes(str.encode(self, "ascii"))
        return self

    def encode(self, *_: Any, **__: Any) -> bytes:
        """Return the bytes to send; a token is ASCII in any encoding."""
        return self._bytes

    def __repr__(self) -> str:
        return repr(self._bytes.shown.decode())

    def __copy__(self) -> BearerHeader:
        return self

    def __deepcopy__(self, memo: object) -> BearerHeader:
        return self

    def __reduce_ex__(self, protocol: object) -> tuple[type[str], tuple[str]]:
        return str, (self._bytes.shown.decode(),)
