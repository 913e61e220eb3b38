"""Where the encryption key of a token store comes from; it never lies beside the data."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable, Sequence
from typing import Any, Protocol, cast

from ...errors.base import ConfigurationError
from ..tokens import Secret
from .cipher import KEY_BYTES
from .directory import PrivateDirectory, default_directory
from .extras import load
from .faults import StoreUnavailable
from .locks import file_lock

__all__ = ["EnvironmentKey", "GivenKey", "KeySource", "KeyringKey", "as_keys", "default_key", "key_source"]

ENVIRONMENT_VARIABLE = "ODC_TOKEN_CACHE_KEY"
RECIPE = "python -c 'import base64, os; print(base64.b64encode(os.urandom(32)).decode())'"
UNSAFE_BACKENDS = ("keyring.backends.null", "keyring.backends.fail", "keyrings.alt")

KeySource = Callable[[], "bytes | Sequence[bytes]"]
"""Returns the key, or several: the first seals, each opens."""


class Keyring(Protocol):
    """What a backend of the distribution `keyring` can do."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """Return what is kept, or None."""
        ...

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keep a secret."""
        ...


class GivenKey:
    """Keys that the caller hands over; they are not shown and not pickled."""

    __slots__ = ("_keys",)

    def __init__(self, *keys: bytes) -> None:
        if not keys:
            raise ConfigurationError("a token store needs a key")
        for key in keys:
            if len(key) != KEY_BYTES:
                told = f"the key of a token store is {KEY_BYTES} bytes long, not {len(key)}"
                raise ConfigurationError(told)
        self._keys = tuple(Secret(key.hex()) for key in keys)

    def __call__(self) -> tuple[bytes, ...]:
        """Return the keys."""
        return tuple(bytes.fromhex(key.reveal()) for key in self._keys)


class EnvironmentKey:
    """The key in an environment variable: 32 bytes in base64; several stand beside each other with commas.

    The first seals and each opens, so that a key can be replaced while processes run with the old one.
    """

    __slots__ = ("variable",)

    def __init__(self, variable: str = ENVIRONMENT_VARIABLE) -> None:
        self.variable = variable

    def __call__(self) -> tuple[bytes, ...]:
        """Read and decode the variable; raises ConfigurationError, without its value, if it holds no key."""
        keys = [_decode(text) for text in os.environ.get(self.variable, "").split(",")]
        found = tuple(key for key in keys if key is not None)
        if len(found) < len(keys):
            raise ConfigurationError(
                f"{self.variable} must hold {KEY_BYTES} bytes in base64, or several such keys with commas"
                f" between; this makes one: {RECIPE}"
            )
        return found

    def __repr__(self) -> str:
        return f"EnvironmentKey({self.variable!r})"


class KeyringKey:
    """A key made once and kept in the system's keyring; one that would keep it in the clear is refused."""

    __slots__ = ("service", "user")

    def __init__(self, service: str = "odc-client", user: str = "token-cache-key") -> None:
        self.service = service
        self.user = user

    def __call__(self) -> bytes:
        """Read the key, or make it; raises StoreUnavailable if the keyring cannot keep it."""
        backend = _safe_backend()
        return self._read(backend) or self._make(backend)

    def __repr__(self) -> str:
        return f"KeyringKey({self.service!r}, {self.user!r})"

    def _make(self, backend: Keyring) -> bytes:
        directory = PrivateDirectory(default_directory())
        directory.prepare()
        with file_lock(directory.path / "keyring.lock", timeout=10.0):  # two processes must not make two keys
            if (key := self._read(backend)) is None:
                self._write(backend)
                key = self._read(backend)
        if key is None:
            raise StoreUnavailable("the keyring did not keep the key")
        return key

    def _read(self, backend: Keyring) -> bytes | None:
        try:
            text = backend.get_password(self.service, self.user)
        except Exception as error:  # noqa: BLE001 - a backend raises whatever its platform's library raises
            raise StoreUnavailable(f"the keyring cannot be read ({type(error).__name__})") from None
        if not text:
            return None
        if (key := _decode(text)) is None:
            raise StoreUnavailable(f"the keyring's entry {self.service!r} holds no key of {KEY_BYTES} bytes")
        return key

    def _write(self, backend: Keyring) -> None:
        try:
            backend.set_password(self.service, self.user, base64.b64encode(os.urandom(KEY_BYTES)).decode())
        except Exception as error:  # noqa: BLE001 - as above
            raise StoreUnavailable(f"the keyring cannot be written ({type(error).__name__})") from None


def as_keys(found: bytes | Sequence[bytes]) -> Sequence[bytes]:
    """Return what a source has found as the keys that it is."""
    return (found,) if isinstance(found, bytes) else found


def key_source(key: bytes | Sequence[bytes] | KeySource) -> KeySource:
    """Return the source of the keys that were given, or the source that was."""
    return key if callable(key) else GivenKey(*as_keys(key))


def default_key() -> KeySource:
    """The environment's key where its variable is set, and the keyring's otherwise."""
    return EnvironmentKey() if os.environ.get(ENVIRONMENT_VARIABLE) else KeyringKey()


def _decode(text: str) -> bytes | None:
    try:
        key = base64.b64decode(text.strip(), validate=True)
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None


def _safe_backend() -> Keyring:
    try:
        chosen: Any = load("keyring").get_keyring()
    except ImportError:
        raise StoreUnavailable(
            f"the keyring needs `keyring`: pip install keyring, or set {ENVIRONMENT_VARIABLE}"
        ) from None
    except Exception as error:  # noqa: BLE001 - a backend that fails to start is as good as none
        raise StoreUnavailable(f"the keyring cannot be opened ({type(error).__name__})") from None
    for backend in getattr(chosen, "backends", (chosen,)):  # a chain of keyrings names its members
        if not _keeps_in_the_clear(backend):
            return cast("Keyring", backend)
    raise StoreUnavailable(f"this machine has no keyring that encrypts; set {ENVIRONMENT_VARIABLE} instead")


def _keeps_in_the_clear(backend: object) -> bool:
    kind = type(backend)
    return kind.__module__.startswith(UNSAFE_BACKENDS) or "plaintext" in kind.__name__.lower()
