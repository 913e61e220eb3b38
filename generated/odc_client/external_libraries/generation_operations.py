"""Generation operations: `odc.external_libraries.generation_operations`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging, Poll
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.policy.options import CallOptions, PollOptions
    from .models import GenerationContents, GenerationMessages, GenerationOperation, StartedOperation

_LIST = Operation(
    "external_libraries.generation_operations.list",
    "GET",
    "/generation-operations",
    lambda data: decode_list(data, models.GenerationOperation.decode),
    paging=Paging(limit=None, offset=None),
    permissions=("at least one permission",),
)

_START = Operation(
    "external_libraries.generation_operations.start",
    "POST",
    "/generation-operations",
    lambda data: models.StartedOperation.decode(data),
    permissions=("Asset management > Change", "Asset management > Create"),
)

_GET = Operation(
    "external_libraries.generation_operations.get",
    "GET",
    "/generation-operations/{operationKey}",
    lambda data: models.GenerationOperation.decode(data),
    permissions=("at least one permission",),
)
_GET__POLL = Poll(
    done=("Completed",),
    failed=("GenerationError", "DownloadError"),
    pause=("ReadyForReview",),
    messages="log-messages",
)

_DELETE = Operation(
    "external_libraries.generation_operations.delete",
    "DELETE",
    "/generation-operations/{operationKey}",
    permissions=("Asset management > Change", "Asset management > Create"),
)

_GET_CONTENTS = Operation(
    "external_libraries.generation_operations.get_contents",
    "GET",
    "/generation-operations/{operationKey}/contents",
    lambda data: models.GenerationContents.decode(data),
    permissions=("Asset management > Change", "Asset management > Create"),
)

_GET_MESSAGES = Operation(
    "external_libraries.generation_operations.get_messages",
    "GET",
    "/generation-operations/{operationKey}/log-messages",
    lambda data: models.GenerationMessages.decode(data),
    permissions=("Asset management > Change", "Asset management > Create"),
)


class GenerationOperations(Resource):
    """Generation operations; each method also takes the options of `CallOptions`."""

    def list(self, **options: Unpack[CallOptions]) -> Pager[GenerationOperation]:
        """List generation operations, the newest first.

        Needs the permission at least one permission. Raises Gone.
        """
        return self._pages(_LIST, (), {}, None, options)

    def start(self, *, file_name: str, package_url: str, **options: Unpack[CallOptions]) -> StartedOperation:
        """Start generating an external library from an uploaded package.

        Needs one of the permissions Asset management > Change, Create. Raises BadRequest.

        Args:
            file_name: Name of the file of the package.
            package_url: Where ODC fetches the package: the `download_url` of the upload.
        """
        body = models.GenerationOperationCreate(file_name=file_name, package_url=package_url)
        return self._call(_START, (), {}, body, options)

    def get(self, operation_key: UUID | str, **options: Unpack[CallOptions]) -> GenerationOperation:
        """Get one generation operation.

        Needs the permission at least one permission. Raises NotFound, Gone.

        Args:
            operation_key: Key of the operation.
        """
        return self._call(_GET, (operation_key,), {}, None, options)

    def wait(
        self,
        operation_key: UUID | str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[GenerationOperation], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> GenerationOperation:
        """Poll until it has ended and return its last state, within `timeout` seconds in all.

        `on_progress` is called with each state on the way; a failure raises `OperationFailed`.
        """
        return self._wait(_GET, _GET__POLL, (operation_key,), {}, timeout, on_progress, options)

    def delete(self, operation_key: UUID | str, **options: Unpack[CallOptions]) -> None:
        """Delete a generation operation with its log.

        Needs one of the permissions Asset management > Change, Create. Raises NotFound, MethodNotAllowed,
        Gone.

        Args:
            operation_key: Key of the operation.
        """
        return self._call(_DELETE, (operation_key,), {}, None, options)

    def get_contents(self, operation_key: UUID | str, **options: Unpack[CallOptions]) -> GenerationContents:
        """Get the actions and structures of the package, with what changed since the last version.

        Needs one of the permissions Asset management > Change, Create. Raises BadRequest, NotFound, Gone.

        Args:
            operation_key: Key of the operation.
        """
        return self._call(_GET_CONTENTS, (operation_key,), {}, None, options)

    def get_messages(self, operation_key: UUID | str, **options: Unpack[CallOptions]) -> GenerationMessages:
        """Get the messages that validation has left.

        Needs one of the permissions Asset management > Change, Create. Raises BadRequest, NotFound, Gone.

        Args:
            operation_key: Key of the operation.
        """
        return self._call(_GET_MESSAGES, (operation_key,), {}, None, options)


class AsyncGenerationOperations(AsyncResource):
    """Generation operations, to be awaited; each method also takes the options of `CallOptions`."""

    def list(self, **options: Unpack[CallOptions]) -> AsyncPager[GenerationOperation]:
        """List generation operations, the newest first. See `GenerationOperations.list`."""
        return self._pages(_LIST, (), {}, None, options)

    async def start(
        self, *, file_name: str, package_url: str, **options: Unpack[CallOptions]
    ) -> StartedOperation:
        """Start generating an external library from an uploaded package. See `GenerationOperations.start`."""
        body = models.GenerationOperationCreate(file_name=file_name, package_url=package_url)
        return await self._call(_START, (), {}, body, options)

    async def get(self, operation_key: UUID | str, **options: Unpack[CallOptions]) -> GenerationOperation:
        """Get one generation operation. See `GenerationOperations.get`."""
        return await self._call(_GET, (operation_key,), {}, None, options)

    async def wait(
        self,
        operation_key: UUID | str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[GenerationOperation], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> GenerationOperation:
        """Poll until it has ended. See `GenerationOperations.wait`."""
        return await self._wait(_GET, _GET__POLL, (operation_key,), {}, timeout, on_progress, options)

    async def delete(self, operation_key: UUID | str, **options: Unpack[CallOptions]) -> None:
        """Delete a generation operation with its log. See `GenerationOperations.delete`."""
        return await self._call(_DELETE, (operation_key,), {}, None, options)

    async def get_contents(
        self, operation_key: UUID | str, **options: Unpack[CallOptions]
    ) -> GenerationContents:
        """Get the actions and structures of the package, with what changed since the last version."""
        return await self._call(_GET_CONTENTS, (operation_key,), {}, None, options)

    async def get_messages(
        self, operation_key: UUID | str, **options: Unpack[CallOptions]
    ) -> GenerationMessages:
        """Get the messages that validation has left. See `GenerationOperations.get_messages`."""
        return await self._call(_GET_MESSAGES, (operation_key,), {}, None, options)
