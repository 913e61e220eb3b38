"""Source code downloads: `odc.external_libraries.source_code_downloads`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Poll
from . import models

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from .._runtime.policy.options import CallOptions, PollOptions
    from .models import SourceCodeDownload, StartedOperation

_START = Operation(
    "external_libraries.source_code_downloads.start",
    "POST",
    "/assets/{assetKey}/revisions/{revision}/source-code-download",
    lambda data: models.StartedOperation.decode(data),
    permissions=("Asset management > Change",),
)

_GET = Operation(
    "external_libraries.source_code_downloads.get",
    "GET",
    "/assets/{assetKey}/revisions/{revision}/source-code-download/{operationKey}",
    lambda data: models.SourceCodeDownload.decode(data),
    permissions=("Asset management > Change",),
)
_GET__POLL = Poll(done=("ReadyForDownload",), failed=("GenerationError",))


class SourceCodeDownloads(Resource):
    """Source code downloads; each method also takes the options of `CallOptions`."""

    def start(self, asset_key: UUID | str, revision: int, **options: Unpack[CallOptions]) -> StartedOperation:
        """Start preparing the source of a published external library for download.

        Needs the permission Asset management > Change. Raises BadRequest, NotFound.

        Args:
            asset_key: Key of the external library.
            revision: Number of the revision.
        """
        return self._call(_START, (asset_key, revision), {}, None, options)

    def get(
        self, asset_key: UUID | str, revision: int, operation_key: UUID | str, **options: Unpack[CallOptions]
    ) -> SourceCodeDownload:
        """Get the state of the preparation and, when it is ready, where to download the source.

        Needs the permission Asset management > Change. Raises BadRequest, NotFound.

        Args:
            asset_key: Key of the external library.
            revision: Number of the revision.
            operation_key: Key of the operation.
        """
        return self._call(_GET, (asset_key, revision, operation_key), {}, None, options)

    def wait(
        self,
        asset_key: UUID | str,
        revision: int,
        operation_key: UUID | str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[SourceCodeDownload], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> SourceCodeDownload:
        """Poll until it has ended and return its last state, within `timeout` seconds in all.

        `on_progress` is called with each state on the way; a failure raises `OperationFailed`.
        """
        return self._wait(
            _GET, _GET__POLL, (asset_key, revision, operation_key), {}, timeout, on_progress, options
        )


class AsyncSourceCodeDownloads(AsyncResource):
    """Source code downloads, to be awaited; each method also takes the options of `CallOptions`."""

    async def start(
        self, asset_key: UUID | str, revision: int, **options: Unpack[CallOptions]
    ) -> StartedOperation:
        """Start preparing the source of a published external library for download."""
        return await self._call(_START, (asset_key, revision), {}, None, options)

    async def get(
        self, asset_key: UUID | str, revision: int, operation_key: UUID | str, **options: Unpack[CallOptions]
    ) -> SourceCodeDownload:
        """Get the state of the preparation and, when it is ready, where to download the source."""
        return await self._call(_GET, (asset_key, revision, operation_key), {}, None, options)

    async def wait(
        self,
        asset_key: UUID | str,
        revision: int,
        operation_key: UUID | str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[SourceCodeDownload], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> SourceCodeDownload:
        """Poll until it has ended. See `SourceCodeDownloads.wait`."""
        return await self._wait(
            _GET, _GET__POLL, (asset_key, revision, operation_key), {}, timeout, on_progress, options
        )
