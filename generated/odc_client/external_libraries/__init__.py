"""External Library Generation Service API, version v1: `odc.external_libraries`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._runtime.call.api import Api as _Api
    from .._runtime.transport.async_ import AsyncTransport as _AsyncTransport
    from .._runtime.transport.sync import SyncTransport as _SyncTransport
    from .generation_operations import AsyncGenerationOperations, GenerationOperations
    from .models import *
    from .source_code_downloads import AsyncSourceCodeDownloads, SourceCodeDownloads
    from .uploads import AsyncUploads, Uploads


class ExternalLibrariesApi:
    """The resources of this API."""

    def __init__(self, api: _Api[_SyncTransport]) -> None:
        self._api = api

    @cached_property
    def generation_operations(self) -> GenerationOperations:
        """Generation operations: list, start, get, wait, delete, get_contents, …."""
        from .generation_operations import GenerationOperations

        return GenerationOperations(self._api)

    @cached_property
    def source_code_downloads(self) -> SourceCodeDownloads:
        """Source code downloads: start, get, wait."""
        from .source_code_downloads import SourceCodeDownloads

        return SourceCodeDownloads(self._api)

    @cached_property
    def uploads(self) -> Uploads:
        """Uploads: create, upload."""
        from .uploads import Uploads

        return Uploads(self._api)


class AsyncExternalLibrariesApi:
    """The resources of this API, to be awaited."""

    def __init__(self, api: _Api[_AsyncTransport]) -> None:
        self._api = api

    @cached_property
    def generation_operations(self) -> AsyncGenerationOperations:
        """Generation operations: list, start, get, wait, delete, get_contents, …."""
        from .generation_operations import AsyncGenerationOperations

        return AsyncGenerationOperations(self._api)

    @cached_property
    def source_code_downloads(self) -> AsyncSourceCodeDownloads:
        """Source code downloads: start, get, wait."""
        from .source_code_downloads import AsyncSourceCodeDownloads

        return AsyncSourceCodeDownloads(self._api)

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
        ("ExternalLibrariesApi", "AsyncExternalLibrariesApi", *import_module(f"{__name__}.models").__all__)
    )
