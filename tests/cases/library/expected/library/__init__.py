"""Library, version v1: `golden.library`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._runtime.call.api import Api as _Api
    from .._runtime.transport.async_ import AsyncTransport as _AsyncTransport
    from .._runtime.transport.sync import SyncTransport as _SyncTransport
    from .books import AsyncBooks, Books
    from .cover import AsyncCover, Cover
    from .inventories import AsyncInventories, Inventories
    from .models import *


class LibraryApi:
    """The resources of this API."""

    def __init__(self, api: _Api[_SyncTransport]) -> None:
        self._api = api

    @cached_property
    def books(self) -> Books:
        """Books: list, create, get, delete, update."""
        from .books import Books

        return Books(self._api)

    @cached_property
    def cover(self) -> Cover:
        """Cover: get, replace."""
        from .cover import Cover

        return Cover(self._api)

    @cached_property
    def inventories(self) -> Inventories:
        """Inventories: start, get, wait."""
        from .inventories import Inventories

        return Inventories(self._api)


class AsyncLibraryApi:
    """The resources of this API, to be awaited."""

    def __init__(self, api: _Api[_AsyncTransport]) -> None:
        self._api = api

    @cached_property
    def books(self) -> AsyncBooks:
        """Books: list, create, get, delete, update."""
        from .books import AsyncBooks

        return AsyncBooks(self._api)

    @cached_property
    def cover(self) -> AsyncCover:
        """Cover: get, replace."""
        from .cover import AsyncCover

        return AsyncCover(self._api)

    @cached_property
    def inventories(self) -> AsyncInventories:
        """Inventories: start, get, wait."""
        from .inventories import AsyncInventories

        return AsyncInventories(self._api)


def __getattr__(name: str) -> object:
    """Import a model when it is first asked for."""
    from importlib import import_module  # `from . import models` would ask this function for it first

    return getattr(import_module(f"{__name__}.models"), name)


def __dir__() -> list[str]:
    """List the classes of this API and its models, loaded or not."""
    from importlib import import_module

    return sorted(("LibraryApi", "AsyncLibraryApi", *import_module(f"{__name__}.models").__all__))
