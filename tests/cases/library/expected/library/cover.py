"""Cover: `golden.library.cover`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation
from .._runtime.kernel.parameter import Media

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO, Unpack

    from .._runtime.kernel.files import File
    from .._runtime.policy.options import CallOptions
    from .models import CoversPutBody

_GET = Operation("library.cover.get", "GET", "/books/{key}/cover", binary=True)

_REPLACE = Operation(
    "library.cover.replace",
    "PUT",
    "/books/{key}/cover",
    body=(Media("application/octet-stream", "file"), Media("multipart/form-data", "CoversPutBody")),
    needs_body=True,
)


class Cover(Resource):
    """Cover; each method also takes the options of `CallOptions`."""

    def get(self, key: UUID | str, **options: Unpack[CallOptions]) -> bytes:
        """Return one of the cover."""
        return self._call(_GET, (key,), {}, None, options)

    def replace(
        self,
        key: UUID | str,
        body: File | bytes | BinaryIO | Path | CoversPutBody,
        **options: Unpack[CallOptions],
    ) -> None:
        """Replace one of the cover."""
        return self._call(_REPLACE, (key,), {}, body, options)


class AsyncCover(AsyncResource):
    """Cover, to be awaited; each method also takes the options of `CallOptions`."""

    async def get(self, key: UUID | str, **options: Unpack[CallOptions]) -> bytes:
        """Return one of the cover. See `Cover.get`."""
        return await self._call(_GET, (key,), {}, None, options)

    async def replace(
        self,
        key: UUID | str,
        body: File | bytes | BinaryIO | Path | CoversPutBody,
        **options: Unpack[CallOptions],
    ) -> None:
        """Replace one of the cover. See `Cover.replace`."""
        return await self._call(_REPLACE, (key,), {}, body, options)
