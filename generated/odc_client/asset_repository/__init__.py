"""Asset Repository API, version v1: `odc.asset_repository`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._runtime.call.api import Api as _Api
    from .._runtime.transport.async_ import AsyncTransport as _AsyncTransport
    from .._runtime.transport.sync import SyncTransport as _SyncTransport
    from .assets import Assets, AsyncAssets
    from .models import *
    from .revisions import AsyncRevisions, Revisions
    from .uploads import AsyncUploads, Uploads


class AssetRepositoryApi:
    """The resources of this API."""

    def __init__(self, api: _Api[_SyncTransport]) -> None:
        self._api = api

    @cached_property
    def assets(self) -> Assets:
        """Assets: list, create, search, get, delete."""
        from .assets import Assets

        return Assets(self._api)

    @cached_property
    def revisions(self) -> Revisions:
        """Revisions: get_highest_tagged, get_latest, list, get, update, get_icon, …."""
        from .revisions import Revisions

        return Revisions(self._api)

    @cached_property
    def uploads(self) -> Uploads:
        """Uploads: create, upload."""
        from .uploads import Uploads

        return Uploads(self._api)


class AsyncAssetRepositoryApi:
    """The resources of this API, to be awaited."""

    def __init__(self, api: _Api[_AsyncTransport]) -> None:
        self._api = api

    @cached_property
    def assets(self) -> AsyncAssets:
        """Assets: list, create, search, get, delete."""
        from .assets import AsyncAssets

        return AsyncAssets(self._api)

    @cached_property
    def revisions(self) -> AsyncRevisions:
        """Revisions: get_highest_tagged, get_latest, list, get, update, get_icon, …."""
        from .revisions import AsyncRevisions

        return AsyncRevisions(self._api)

    @cached_property
    def uploads(self) -> AsyncUploads:
        """Uploads: create, upload."""
        from .uploads import AsyncUploads

        return AsyncUploads(self._api)


def __getattr__(name: str) -> object:
    """Import a model when it is first asked for."""
    from importlib import import_module  # `from . import models` would ask this function for it first

    return getattr(import_module(f"{__name__}.models"), name)


def __dir__() -> list[str]:
    """List the classes of this API and its models, loaded or not."""
    from importlib import import_module

    return sorted(
        ("AssetRepositoryApi", "AsyncAssetRepositoryApi", *import_module(f"{__name__}.models").__all__)
    )
