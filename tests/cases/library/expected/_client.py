"""The clients: one property for each API, loaded when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.face.async_client import AsyncClient
from ._runtime.face.client import SyncClient
from ._runtime.kernel.operation import RateLimit
from .auth import BASE_PATHS, OnBeforeRequest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .library import AsyncLibraryApi, LibraryApi

RATE_LIMITS: dict[str, tuple[RateLimit, ...]] = {
    "library": (RateLimit("*", "*", 100), RateLimit("POST", "/books", 5))
}
"""The requests a minute that each API allows an organization."""


class GoldenClient(SyncClient):
    """Calls the APIs and waits for each answer."""

    _base_paths: ClassVar[Mapping[str, str]] = BASE_PATHS
    _rate_limits: ClassVar[Mapping[str, tuple[RateLimit, ...]]] = RATE_LIMITS
    _hook = OnBeforeRequest
    _package: ClassVar[str | None] = __package__

    @cached_property
    def library(self) -> LibraryApi:
        """Library, version v1."""
        from .library import LibraryApi

        return LibraryApi(self._api("library"))


class AsyncGoldenClient(AsyncClient):
    """Calls the APIs with await; names and arguments are those of `GoldenClient`."""

    _base_paths: ClassVar[Mapping[str, str]] = BASE_PATHS
    _rate_limits: ClassVar[Mapping[str, tuple[RateLimit, ...]]] = RATE_LIMITS
    _hook = OnBeforeRequest
    _package: ClassVar[str | None] = __package__

    @cached_property
    def library(self) -> AsyncLibraryApi:
        """Library, version v1."""
        from .library import AsyncLibraryApi

        return AsyncLibraryApi(self._api("library"))
