"""A "title" \\ with '''quotes''', version 1.0: `golden.awkward`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._runtime.call.api import Api as _Api
    from .._runtime.transport.async_ import AsyncTransport as _AsyncTransport
    from .._runtime.transport.sync import SyncTransport as _SyncTransport
    from .models import *
    from .pets import AsyncPets, Pets
    from .values import AsyncValues, Values


class AwkwardApi:
    """The resources of this API."""

    def __init__(self, api: _Api[_SyncTransport]) -> None:
        self._api = api

    @cached_property
    def pets(self) -> Pets:
        """Pets: get, replace."""
        from .pets import Pets

        return Pets(self._api)

    @cached_property
    def values(self) -> Values:
        """Values: get."""
        from .values import Values

        return Values(self._api)


class AsyncAwkwardApi:
    """The resources of this API, to be awaited."""

    def __init__(self, api: _Api[_AsyncTransport]) -> None:
        self._api = api

    @cached_property
    def pets(self) -> AsyncPets:
        """Pets: get, replace."""
        from .pets import AsyncPets

        return AsyncPets(self._api)

    @cached_property
    def values(self) -> AsyncValues:
        """Values: get."""
        from .values import AsyncValues

        return AsyncValues(self._api)


def __getattr__(name: str) -> object:
    """Import a model when it is first asked for."""
    from importlib import import_module  # `from . import models` would ask this function for it first

    return getattr(import_module(f"{__name__}.models"), name)


def __dir__() -> list[str]:
    """List the classes of this API and its models, loaded or not."""
    from importlib import import_module

    return sorted(("AwkwardApi", "AsyncAwkwardApi", *import_module(f"{__name__}.models").__all__))
