"""A token store that may fail: each fault costs one warning and never the call."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, cast

from ..errors.base import WrongType
from ..kernel.log import package_logger
from ..kernel.redact import clean
from .audit import audit
from .tokens import Token

if TYPE_CHECKING:
    from collections.abc import Generator

    from .protocols import TokenStore

__all__ = ["TolerantStore"]

METHODS = {"load": ("key",), "save": ("key", "token"), "lock": ("key",)}
logger = package_logger("auth")


def checked_store(store: TokenStore) -> TokenStore:
    """Return a store that has what a store must have.

    Raises:
        WrongType: It is a class, its methods are missing, are coroutines or take other arguments.
    """
    from inspect import iscoroutinefunction, signature

    name = getattr(store, "__name__", type(store).__name__)
    if isinstance(store, type):
        raise WrongType(f"token_store is the class {name}; give an instance: {name}(...)")
    for method, arguments in METHODS.items():
        found: Any = getattr(store, method, None)
        if not callable(found):
            if method == "lock":
                continue
            raise WrongType(f"token_store, a {name}, has no method {method}(): it is no token store")
        if iscoroutinefunction(found):
            raise WrongType(f"{name}.{method}() is a coroutine function; a token store is called on a thread")
        try:
            signature(found).bind(*arguments)
        except ValueError:
            pass  # a builtin without a signature: its first call will tell
        except TypeError:
            raise WrongType(f"{name}.{method}() does not take {', '.join(arguments)}") from None
    return store


class TolerantStore:
    """Wraps a store of anyone's making; what fails counts as a miss, and is warned of once."""

    def __init__(self, store: TokenStore) -> None:
        self.store = store
        self._warned = False

    def load(self, key: str) -> Token | None:
        """Return the token kept under `key`; None also if the store fails."""
        try:
            found = cast("object", self.store.load(key))
        except Exception as error:  # noqa: BLE001 a store may raise whatever it likes
            self._warn(error)
            return None
        if found is None or isinstance(found, Token):
            return found
        self._warn(TypeError(f"load() returned a {type(found).__name__}, not a Token"))
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
            audit("store fault", None, reason=reason)
            logger.warning("the token store failed (%s); tokens are kept in memory only", reason)
