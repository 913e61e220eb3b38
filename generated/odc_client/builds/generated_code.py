"""Generated code: `odc.builds.generated_code`."""

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
    from .models import GeneratedCodePackage, StartedPackaging

_GET = Operation(
    "builds.generated_code.get",
    "GET",
    "/build-operations/{operationKey}/generated-code",
    lambda data: models.GeneratedCodePackage.decode(data),
    permissions=("Asset management > Open",),
)
_GET__POLL = Poll(done=("Finished",), failed=("TimedOut", "Failed"))

_START = Operation(
    "builds.generated_code.start",
    "POST",
    "/build-operations/{operationKey}/generated-code",
    lambda data: models.StartedPackaging.decode(data),
    permissions=("Asset management > Open",),
)


class GeneratedCode(Resource):
    """Generated code; each method also takes the options of `CallOptions`."""

    def get(self, operation_key: UUID | str, **options: Unpack[CallOptions]) -> GeneratedCodePackage:
        """Get the state of the packaging and, when it is ready, where to download the package.

        Needs the permission Asset management > Open. Raises NotFound.

        Args:
            operation_key: Key of the build.
        """
        return self._call(_GET, (operation_key,), {}, None, options)

    def wait(
        self,
        operation_key: UUID | str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[GeneratedCodePackage], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> GeneratedCodePackage:
        """Poll until it has ended and return its last state, within `timeout` seconds in all.

        `on_progress` is called with each state on the way; a failure raises `OperationFailed`.
        """
        return self._wait(_GET, _GET__POLL, (operation_key,), {}, timeout, on_progress, options)

    def start(self, operation_key: UUID | str, **options: Unpack[CallOptions]) -> StartedPackaging:
        """Start packaging the code that a build generated.

        Needs the permission Asset management > Open. Raises BadRequest, NotFound, UnprocessableEntity.

        Args:
            operation_key: Key of the build.
        """
        return self._call(_START, (operation_key,), {}, None, options)


class AsyncGeneratedCode(AsyncResource):
    """Generated code, to be awaited; each method also takes the options of `CallOptions`."""

    async def get(self, operation_key: UUID | str, **options: Unpack[CallOptions]) -> GeneratedCodePackage:
        """Get the state of the packaging and, when it is ready, where to download the package."""
        return await self._call(_GET, (operation_key,), {}, None, options)

    async def wait(
        self,
        operation_key: UUID | str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[GeneratedCodePackage], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> GeneratedCodePackage:
        """Poll until it has ended. See `GeneratedCode.wait`."""
        return await self._wait(_GET, _GET__POLL, (operation_key,), {}, timeout, on_progress, options)

    async def start(self, operation_key: UUID | str, **options: Unpack[CallOptions]) -> StartedPackaging:
        """Start packaging the code that a build generated. See `GeneratedCode.start`."""
        return await self._call(_START, (operation_key,), {}, None, options)
