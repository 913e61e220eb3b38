"""The clients: one property for each API, loaded when it is first used."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, ClassVar

from ._runtime.face.async_client import AsyncClient
from ._runtime.face.client import SyncClient
from ._runtime.kernel.operation import RateLimit
from .auth import BASE_PATHS, SCHEMES, OnBeforeRequest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ._runtime.auth.schemes.kinds import Scheme
    from .awkward import AsyncAwkwardApi, AwkwardApi

RATE_LIMITS: dict[str, tuple[RateLimit, ...]] = {}
"""The requests a minute that each API allows an organization."""


class GoldenClient(SyncClient):
    """Calls the APIs and waits for each answer."""

    _base_paths: ClassVar[Mapping[str, str]] = BASE_PATHS
    _schemes: ClassVar[Mapping[str, tuple[Scheme, ...]]] = SCHEMES
    _rate_limits: ClassVar[Mapping[str, tuple[RateLimit, ...]]] = RATE_LIMITS
    _hook = OnBeforeRequest
    _package: ClassVar[str | None] = __package__

    @cached_property
    def awkward(self) -> AwkwardApi:
        """A "title" \\ with '''quotes''', version 1.0."""
        from .awkward import AwkwardApi

        return AwkwardApi(self._api("awkward"))


class AsyncGoldenClient(AsyncClient):
    """Calls the APIs with await; names and arguments are those of `GoldenClient`."""

    _base_paths: ClassVar[Mapping[str, str]] = BASE_PATHS
    _schemes: ClassVar[Mapping[str, tuple[Scheme, ...]]] = SCHEMES
    _rate_limits: ClassVar[Mapping[str, tuple[RateLimit, ...]]] = RATE_LIMITS
    _hook = OnBeforeRequest
    _package: ClassVar[str | None] = __package__

    @cached_property
    def awkward(self) -> AsyncAwkwardApi:
        """A "title" \\ with '''quotes''', version 1.0."""
        from .awkward import AsyncAwkwardApi

        return AsyncAwkwardApi(self._api("awkward"))
