"""Publish operations: `odc.deployments.publish_operations`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging, Poll
from .._runtime.kernel.unset import UNSET
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.kernel.unset import Unset
    from .._runtime.policy.options import CallOptions, PollOptions
    from .models import OperationMessage, OperationStatus, PublishOperation, PublishOperationType

_LIST = Operation(
    "deployments.publish_operations.list",
    "GET",
    "/publish-operations",
    lambda data: decode_list(data, models.PublishOperation.decode),
    paging=Paging(),
    permissions=("Stage > View stage",),
)

_START = Operation(
    "deployments.publish_operations.start",
    "POST",
    "/publish-operations",
    lambda data: models.PublishOperation.decode(data),
    permissions=("Asset management > Change",),
)

_GET = Operation(
    "deployments.publish_operations.get",
    "GET",
    "/publish-operations/{operationKey}",
    lambda data: models.PublishOperation.decode(data),
    permissions=("Stage > View stage",),
)
_GET__POLL = Poll(done=("Finished",), failed=("FinishedWithError",), messages="messages")

_LIST_MESSAGES = Operation(
    "deployments.publish_operations.list_messages",
    "GET",
    "/publish-operations/{operationKey}/messages",
    lambda data: decode_list(data, models.OperationMessage.decode),
    paging=Paging(),
    permissions=("Stage > View stage",),
)


class PublishOperations(Resource):
    """Publish operations; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        environment_key: UUID | str | None = None,
        status: OperationStatus | str | None = None,
        revision: int | None = None,
        asset_key: UUID | str | None = None,
        portfolio_key: UUID | str | None = None,
        created_since: dt.datetime | None = None,
        created_to: dt.datetime | None = None,
        limit: int | None = None,
        offset: int | None = None,
        sort: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[PublishOperation]:
        """List publish operations, the newest first.

        Needs the permission Stage > View stage.

        Args:
            environment_key: Only operations in this environment.
            status: Only operations in this state.
            revision: Only operations on this revision.
            asset_key: Only operations on this asset.
            portfolio_key: Only operations in this portfolio.
            created_since: Only operations created at this time or later.
            created_to: Only operations created at this time or earlier.
            limit: Items per page.
            offset: Where the page starts: the `next_offset` of the page before.
            sort: Fields to sort by, separated by commas, such as AssetName,-FinishedAt; -CreatedAt if not
                given.
        """
        return self._pages(
            _LIST,
            (),
            {
                "environmentKey": environment_key,
                "status": status,
                "revision": revision,
                "assetKey": asset_key,
                "portfolioKey": portfolio_key,
                "createdDateSince": created_since,
                "createdDateTo": created_to,
                "limit": limit,
                "offset": offset,
                "sort": sort,
            },
            None,
            options,
        )

    def start(
        self,
        *,
        asset_key: UUID | str,
        environment_key: UUID | str,
        revision: int,
        operation: PublishOperationType | str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> PublishOperation:
        """Start publishing a revision of an asset to an environment.

        Needs the permission Asset management > Change.

        Args:
            asset_key: Asset to publish.
            environment_key: Environment to publish to.
            revision: Revision to publish.
            operation: What a publish operation does.
        """
        body = models.PublishOperationCreate(
            asset_key=asset_key, environment_key=environment_key, operation=operation, revision=revision
        )
        return self._call(_START, (), {}, body, options)

    def get(self, operation_key: UUID | str, **options: Unpack[CallOptions]) -> PublishOperation:
        """Get one publish operation.

        Needs the permission Stage > View stage. Raises NotFound.

        Args:
            operation_key: Key of the operation.
        """
        return self._call(_GET, (operation_key,), {}, None, options)

    def wait(
        self,
        operation_key: UUID | str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[PublishOperation], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> PublishOperation:
        """Poll until it has ended and return its last state, within `timeout` seconds in all.

        `on_progress` is called with each state on the way; a failure raises `OperationFailed`.
        """
        return self._wait(_GET, _GET__POLL, (operation_key,), {}, timeout, on_progress, options)

    def list_messages(
        self,
        operation_key: UUID | str,
        *,
        limit: int | None = None,
        offset: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[OperationMessage]:
        """List the messages of a publish operation.

        Needs the permission Stage > View stage. Raises BadRequest, NotFound.

        Args:
            operation_key: Key of the operation.
            limit: Items per page.
            offset: Where the page starts: the `next_offset` of the page before.
        """
        return self._pages(
            _LIST_MESSAGES, (operation_key,), {"limit": limit, "offset": offset}, None, options
        )


class AsyncPublishOperations(AsyncResource):
    """Publish operations, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        environment_key: UUID | str | None = None,
        status: OperationStatus | str | None = None,
        revision: int | None = None,
        asset_key: UUID | str | None = None,
        portfolio_key: UUID | str | None = None,
        created_since: dt.datetime | None = None,
        created_to: dt.datetime | None = None,
        limit: int | None = None,
        offset: int | None = None,
        sort: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[PublishOperation]:
        """List publish operations, the newest first. See `PublishOperations.list`."""
        return self._pages(
            _LIST,
            (),
            {
                "environmentKey": environment_key,
                "status": status,
                "revision": revision,
                "assetKey": asset_key,
                "portfolioKey": portfolio_key,
                "createdDateSince": created_since,
                "createdDateTo": created_to,
                "limit": limit,
                "offset": offset,
                "sort": sort,
            },
            None,
            options,
        )

    async def start(
        self,
        *,
        asset_key: UUID | str,
        environment_key: UUID | str,
        revision: int,
        operation: PublishOperationType | str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> PublishOperation:
        """Start publishing a revision of an asset to an environment. See `PublishOperations.start`."""
        body = models.PublishOperationCreate(
            asset_key=asset_key, environment_key=environment_key, operation=operation, revision=revision
        )
        return await self._call(_START, (), {}, body, options)

    async def get(self, operation_key: UUID | str, **options: Unpack[CallOptions]) -> PublishOperation:
        """Get one publish operation. See `PublishOperations.get`."""
        return await self._call(_GET, (operation_key,), {}, None, options)

    async def wait(
        self,
        operation_key: UUID | str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[PublishOperation], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> PublishOperation:
        """Poll until it has ended. See `PublishOperations.wait`."""
        return await self._wait(_GET, _GET__POLL, (operation_key,), {}, timeout, on_progress, options)

    def list_messages(
        self,
        operation_key: UUID | str,
        *,
        limit: int | None = None,
        offset: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[OperationMessage]:
        """List the messages of a publish operation. See `PublishOperations.list_messages`."""
        return self._pages(
            _LIST_MESSAGES, (operation_key,), {"limit": limit, "offset": offset}, None, options
        )
