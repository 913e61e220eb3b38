"""Bulk user operations: `odc.identity.bulk_user_operations`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Poll
from . import models

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Unpack

    from .._runtime.policy.options import CallOptions, PollOptions
    from .models import BulkUserOperation, UserProfileCreate

_START = Operation(
    "identity.bulk_user_operations.start",
    "POST",
    "/users/bulk",
    lambda data: models.BulkUserOperation.decode(data),
    permissions=("User management > Manage users",),
)

_GET = Operation(
    "identity.bulk_user_operations.get",
    "GET",
    "/users/bulk/{key}",
    lambda data: models.BulkUserOperation.decode(data),
    permissions=("User management > Manage users",),
)
_GET__POLL = Poll(done=("Finished",), failed=("FinishedWithErrors",))


class BulkUserOperations(Resource):
    """Bulk user operations; each method also takes the options of `CallOptions`."""

    def start(
        self, *, records: Sequence[UserProfileCreate], **options: Unpack[CallOptions]
    ) -> BulkUserOperation:
        """Start creating 1 to 100 users at once.

        Needs the permission User management > Manage users. Raises BadRequest.

        Args:
            records: The users, 1 to 100.
        """
        body = models.BulkUserCreate(records=records)
        return self._call(_START, (), {}, body, options)

    def get(self, key: UUID | str, **options: Unpack[CallOptions]) -> BulkUserOperation:
        """Get the state of a bulk creation and, once it has ended, the outcome for each user.

        Needs the permission User management > Manage users. Raises BadRequest, NotFound.

        Args:
            key: Key of the bulk operation.
        """
        return self._call(_GET, (key,), {}, None, options)

    def wait(
        self,
        key: UUID | str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[BulkUserOperation], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> BulkUserOperation:
        """Poll until it has ended and return its last state, within `timeout` seconds in all.

        `on_progress` is called with each state on the way; a failure raises `OperationFailed`.
        """
        return self._wait(_GET, _GET__POLL, (key,), {}, timeout, on_progress, options)


class AsyncBulkUserOperations(AsyncResource):
    """Bulk user operations, to be awaited; each method also takes the options of `CallOptions`."""

    async def start(
        self, *, records: Sequence[UserProfileCreate], **options: Unpack[CallOptions]
    ) -> BulkUserOperation:
        """Start creating 1 to 100 users at once. See `BulkUserOperations.start`."""
        body = models.BulkUserCreate(records=records)
        return await self._call(_START, (), {}, body, options)

    async def get(self, key: UUID | str, **options: Unpack[CallOptions]) -> BulkUserOperation:
        """Get the state of a bulk creation and, once it has ended, the outcome for each user."""
        return await self._call(_GET, (key,), {}, None, options)

    async def wait(
        self,
        key: UUID | str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[BulkUserOperation], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> BulkUserOperation:
        """Poll until it has ended. See `BulkUserOperations.wait`."""
        return await self._wait(_GET, _GET__POLL, (key,), {}, timeout, on_progress, options)
