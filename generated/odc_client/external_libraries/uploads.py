"""Uploads: `odc.external_libraries.uploads`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation
from . import models

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.flows.transfer import Source
    from .._runtime.policy.options import CallOptions
    from .._runtime.wire.streams import Progress
    from .models import Upload

_CREATE = Operation(
    "external_libraries.uploads.create",
    "GET",
    "/uploads",
    lambda data: models.Upload.decode(data),
    permissions=("Asset management > Create",),
)


class Uploads(Resource):
    """Uploads; each method also takes the options of `CallOptions`."""

    def create(self, **options: Unpack[CallOptions]) -> Upload:
        """Get a pair of pre-signed URLs: one to upload a package to, one to pass on.

        Needs the permission Asset management > Create. Raises BadRequest.
        """
        return self._call(_CREATE, (), {}, None, options)

    def upload(
        self, source: Source, *, on_progress: Progress | None = None, **options: Unpack[CallOptions]
    ) -> Upload:
        """Get a pre-signed URL, put `source` (a path, a file or bytes) there without the token, and return the URL's answer.

        `on_progress` is called with the bytes sent and the bytes in all.
        """
        return self._upload(_CREATE, (), {}, source, on_progress, options)


class AsyncUploads(AsyncResource):
    """Uploads, to be awaited; each method also takes the options of `CallOptions`."""

    async def create(self, **options: Unpack[CallOptions]) -> Upload:
        """Get a pair of pre-signed URLs: one to upload a package to, one to pass on. See `Uploads.create`."""
        return await self._call(_CREATE, (), {}, None, options)

    async def upload(
        self, source: Source, *, on_progress: Progress | None = None, **options: Unpack[CallOptions]
    ) -> Upload:
        """Upload a file. See `Uploads.upload`."""
        return await self._upload(_CREATE, (), {}, source, on_progress, options)
