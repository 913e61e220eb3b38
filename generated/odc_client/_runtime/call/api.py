"""One API of a client: where its requests go, through what, and what they may spend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from ..errors.base import ConfigurationError

if TYPE_CHECKING:
    from ..kernel._http import httpx
    from ..kernel.operation import Operation, RateLimit
    from ..policy.rates import Bucket
    from .settings import Settings

__all__ = ["Api"]

X = TypeVar("X")


class Api(Generic[X]):
    """One API of a client, with what sends its calls: a transport that blocks or one that is awaited."""

    __slots__ = ("_buckets", "_limits", "base_url", "name", "settings", "transport")

    def __init__(
        self, settings: Settings, transport: X, name: str, limits: tuple[RateLimit, ...] = ()
    ) -> None:
        self.settings = settings
        self.transport = transport
        self.name = name
        self.base_url = settings.base_urls[name]
        self._limits = limits
        self._buckets: dict[str, tuple[Bucket, ...]] = {}

    def buckets(self, operation: Operation[Any]) -> tuple[Bucket, ...]:
        """Return the rate budgets that a call of `operation` takes from."""
        rates = self.settings.rates
        if rates is None or not self._limits:
            return ()
        found = self._buckets.get(operation.name)
        if found is None:
            found = self._buckets[operation.name] = rates.limiter.buckets(self.name, self._limits, operation)
        return found

    def credential(self, operation: Operation[Any]) -> httpx.Auth | None:
        """Return what attaches the credentials that an operation asks for."""
        settings, secured = self.settings, operation.secured
        if isinstance(secured, bool):
            return settings.auth if secured else None
        own = settings.own.get(self.name)
        return None if own is None else own.auth_of(operation, secured)

    def base_of(self, operation: Operation[Any]) -> str:
        """Return the base URL of an operation that has a server of its own.

        Raises:
            ConfigurationError: Nobody has said where it is.
        """
        found = self.settings.servers.get(f"{self.name} {operation.server}")
        if found is None:
            raise ConfigurationError(
                f"{operation.name} is at {operation.server}, which cannot be called:"
                f" give base_urls={{{operation.server!r}: …}}"
            )
        return found

    def __repr__(self) -> str:
        return f"Api({self.name!r}, {self.base_url!r})"
