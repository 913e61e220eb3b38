"""Where the encryption key of a token store comes from; it never lies beside the data."""

from __future__ import annotations

import base64
import os
from collections.abc import Callable
from typing import Any, Protocol, cast

from ...errors.base import ConfigurationError
from ...kernel.optional import load
from ..tokens import Secret
from .cipher import KEY_BYTES
from .directory import PrivateDirectory, default_directory
from .faults import StoreUnavailable
from .locks import file_lock

__all__ = ["EnvironmentKey", "GivenKey", "KeySource", "KeyringKey", "default_key"]

ENVIRONMENT_VARIABLE = "ODC_TOKEN_CACHE_KEY"
RECIPE = "python -c 'import base64, os; print(base64.b64encode(os.urandom(32)).decode())'"
UNSAFE_BACKENDS = ("keyring.backends.null", "keyring.backends.fail", "keyrings.alt")

KeySource = Callable[[], bytes]


class Keyring(Protocol):
    """What a backend of the distribution `keyring` can do."""

    def get_password(self, service: str, username: str, /) -> str | None:
        """Return what is kept, or None."""
        ...

    def set_password(self, service: str, username: str, password: str, /) -> None:
        """Keep a secret."""
        ...


class GivenKey:
    """A key that the caller hands over; it is not shown and not pickled."""

    __slots__ = ("_key",)

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ConfigurationError(f"the key of a token store is {KEY_BYTES} bytes long, not {len(key)}")
        self._key = Secret(key.hex())

    def __call__(self) -> bytes:
        """Return the key."""
        return bytes.fromhex(self._key.reveal())


class EnvironmentKey:
    """The key in an environment variable: 32 bytes in base64."""

    __slots__ = ("variable",)

    def __init__(self, variable: str = ENVIRONMENT_VARIABLE) -> None:
        self.variable = variable

    def __call__(self) -> bytes:
        """Read and decode the variable; raises ConfigurationError, without its value, if it holds no key."""
        if (key := _decode(os.environ.get(self.variable, ""))) is None:
            raise ConfigurationError(
                f"{self.variable} must hold {KEY_BYTES} bytes in base64; this makes such a key: {RECIPE}"
            )
        return key

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


def default_key() -> Callable[[], bytes]:
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
