"""A token store that may fail: each fault costs one warning and never the call."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from ..kernel.log import package_logger
from ..kernel.redact import clean

if TYPE_CHECKING:
    from collections.abc import Generator

    from .protocols import TokenStore
    from .tokens import Token

__all__ = ["TolerantStore"]

logger = package_logger("auth")


class TolerantStore:
    """Wraps a store of anyone's making; what fails counts as a miss, and is warned of once."""

    def __init__(self, store: TokenStore) -> None:
        self.store = store
        self._warned = False

    def load(self, key: str) -> Token | None:
        """Return the token kept under `key`; None also if the store fails."""
        try:
            return self.store.load(key)
        except Exception as error:  # noqa: BLE001 a store may raise whatever it likes
            self._warn(error)
            return None

    def save(self, key: str, token: Token | None) -> None:
        """Keep or forget a token, if the store can."""
        try:
            self.store.save(key, token)
        except Exception as error:  # noqa: BLE001 as above
            self._warn(error)

    @contextmanager
    def lock(self, key: str) -> Generator[None]:
        """Hold the store's lock where it has one; without it, two processes may both fetch a token."""
        lock = getattr(self.store, "lock", None)
        stack = ExitStack()
        try:
            if lock is not None and not stack.enter_context(lock(key)):
                logger.debug("the lock of the token store was not free in time; going on without it")
        except Exception as error:  # noqa: BLE001 as above
            self._warn(error)
        try:
            yield
        finally:
            try:
                stack.close()
            except Exception as error:  # noqa: BLE001 as above
                self._warn(error)

    def _warn(self, error: Exception) -> None:
        if not self._warned:
            self._warned = True
            reason = f"{type(error).__name__}: {clean(str(error))}"
            logger.warning("the token store failed (%s); tokens are kept in memory only", reason)
