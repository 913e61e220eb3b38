"""Build Operations API, version v1: `odc.builds`."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .._runtime.call.api import Api as _Api
    from .._runtime.transport.async_ import AsyncTransport as _AsyncTransport
    from .._runtime.transport.sync import SyncTransport as _SyncTransport
    from .build_operations import AsyncBuildOperations, BuildOperations
    from .generated_code import AsyncGeneratedCode, GeneratedCode
    from .models import *


class BuildsApi:
    """The resources of this API."""

    def __init__(self, api: _Api[_SyncTransport]) -> None:
        self._api = api

    @cached_property
    def build_operations(self) -> BuildOperations:
        """Build operations: list, start, get, wait, list_messages."""
        from .build_operations import BuildOperations

        return BuildOperations(self._api)

    @cached_property
    def generated_code(self) -> GeneratedCode:
        """Generated code: get, wait, start."""
        from .generated_code import GeneratedCode

        return GeneratedCode(self._api)


class AsyncBuildsApi:
    """The resources of this API, to be awaited."""

    def __init__(self, api: _Api[_AsyncTransport]) -> None:
        self._api = api

    @cached_property
    def build_operations(self) -> AsyncBuildOperations:
        """Build operations: list, start, get, wait, list_messages."""
        from .build_operations import AsyncBuildOperations

        return AsyncBuildOperations(self._api)

    @cached_property
    def generated_code(self) -> AsyncGeneratedCode:
        """Generated code: get, wait, start."""
        from .generated_code import AsyncGeneratedCode

        return AsyncGeneratedCode(self._api)


def __getattr__(name: str) -> object:
    """Import a model when it is first asked for."""
    from importlib import import_module  # `from . import models` would ask this function for it first

    return getattr(import_module(f"{__name__}.models"), name)


def __dir__() -> list[str]:
    """List the classes of this API and its models, loaded or not."""
    from importlib import import_module

    return sorted(("BuildsApi", "AsyncBuildsApi", *import_module(f"{__name__}.models").__all__))
