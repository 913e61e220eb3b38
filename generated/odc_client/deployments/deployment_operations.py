"""Deployment operations: `odc.deployments.deployment_operations`."""

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
    from collections.abc import Callable, Sequence
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.kernel.unset import Unset
    from .._runtime.policy.options import CallOptions, PollOptions
    from .models import DeploymentOperation, DeploymentOperationType, OperationMessage, OperationStatus

_LIST = Operation(
    "deployments.deployment_operations.list",
    "GET",
    "/deployment-operations",
    lambda data: decode_list(data, models.DeploymentOperation.decode),
    paging=Paging(),
    permissions=("Stage > View stage",),
)

_START = Operation(
    "deployments.deployment_operations.start",
    "POST",
    "/deployment-operations",
    lambda data: models.DeploymentOperation.decode(data),
    permissions=("Release management > Deploy assets",),
)

_GET = Operation(
    "deployments.deployment_operations.get",
    "GET",
    "/deployment-operations/{operationKey}",
    lambda data: models.DeploymentOperation.decode(data),
    permissions=("Stage > View stage",),
)
_GET__POLL = Poll(done=("Finished",), failed=("FinishedWithError",), messages="messages")

_LIST_MESSAGES = Operation(
    "deployments.deployment_operations.list_messages",
    "GET",
    "/deployment-operations/{operationKey}/messages",
    lambda data: decode_list(data, models.OperationMessage.decode),
    paging=Paging(),
    permissions=("Stage > View stage",),
)


class DeploymentOperations(Resource):
    """Deployment operations; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        environment_key: UUID | str | None = None,
        status: OperationStatus | str | None = None,
        asset_key: UUID | str | None = None,
        revision: int | None = None,
        portfolio_key: UUID | str | None = None,
        operation_types: Sequence[DeploymentOperationType | str] | None = None,
        created_since: dt.datetime | None = None,
        created_to: dt.datetime | None = None,
        permission_filter: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        sort: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[DeploymentOperation]:
        """List deployment operations, the newest first.

        Needs the permission Stage > View stage. Raises BadRequest.

        Args:
            environment_key: Only operations in this environment.
            status: Only operations in this state.
            asset_key: Only operations on this asset.
            revision: Only operations on this revision.
            portfolio_key: Only operations in this portfolio.
            operation_types: Only operations of these types.
            created_since: Only operations created at this time or later.
            created_to: Only operations created at this time or earlier.
            permission_filter: Only assets on which the API client has this permission, such as AppDeploy or
                AppDeploy.<environment key>.
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
                "assetKey": asset_key,
                "revision": revision,
                "portfolioKey": portfolio_key,
                "operations": operation_types,
                "createdDateSince": created_since,
                "createdDateTo": created_to,
                "permissionFilter": permission_filter,
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
        operation: DeploymentOperationType | str,
        build_key: UUID | str | Unset | None = UNSET,
        revision: int | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> DeploymentOperation:
        """Start deploying, undeploying or reconfiguring an asset in an environment.

        Needs the permission Release management > Deploy assets. Raises BadRequest, NotFound.

        Args:
            asset_key: Asset to operate on.
            environment_key: Environment to operate in.
            operation: Whether to deploy, to undeploy or to apply configurations.
            build_key: Build to deploy.
            revision: Revision to deploy.
        """
        body = models.DeploymentOperationCreate(
            asset_key=asset_key,
            build_key=build_key,
            environment_key=environment_key,
            operation=operation,
            revision=revision,
        )
        return self._call(_START, (), {}, body, options)

    def get(self, operation_key: UUID | str, **options: Unpack[CallOptions]) -> DeploymentOperation:
        """Get one deployment operation.

        Needs the permission Stage > View stage. Raises BadRequest, NotFound.

        Args:
            operation_key: Key of the operation.
        """
        return self._call(_GET, (operation_key,), {}, None, options)

    def wait(
        self,
        operation_key: UUID | str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[DeploymentOperation], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> DeploymentOperation:
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
        """List the messages of a deployment operation.

        Needs the permission Stage > View stage. Raises BadRequest, NotFound.

        Args:
            operation_key: Key of the operation.
            limit: Items per page.
            offset: Where the page starts: the `next_offset` of the page before.
        """
        return self._pages(
            _LIST_MESSAGES, (operation_key,), {"limit": limit, "offset": offset}, None, options
        )


class AsyncDeploymentOperations(AsyncResource):
    """Deployment operations, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        environment_key: UUID | str | None = None,
        status: OperationStatus | str | None = None,
        asset_key: UUID | str | None = None,
        revision: int | None = None,
        portfolio_key: UUID | str | None = None,
        operation_types: Sequence[DeploymentOperationType | str] | None = None,
        created_since: dt.datetime | None = None,
        created_to: dt.datetime | None = None,
        permission_filter: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        sort: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[DeploymentOperation]:
        """List deployment operations, the newest first. See `DeploymentOperations.list`."""
        return self._pages(
            _LIST,
            (),
            {
                "environmentKey": environment_key,
                "status": status,
                "assetKey": asset_key,
                "revision": revision,
                "portfolioKey": portfolio_key,
                "operations": operation_types,
                "createdDateSince": created_since,
                "createdDateTo": created_to,
                "permissionFilter": permission_filter,
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
        operation: DeploymentOperationType | str,
        build_key: UUID | str | Unset | None = UNSET,
        revision: int | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> DeploymentOperation:
        """Start deploying, undeploying or reconfiguring an asset in an environment."""
        body = models.DeploymentOperationCreate(
            asset_key=asset_key,
            build_key=build_key,
            environment_key=environment_key,
            operation=operation,
            revision=revision,
        )
        return await self._call(_START, (), {}, body, options)

    async def get(self, operation_key: UUID | str, **options: Unpack[CallOptions]) -> DeploymentOperation:
        """Get one deployment operation. See `DeploymentOperations.get`."""
        return await self._call(_GET, (operation_key,), {}, None, options)

    async def wait(
        self,
        operation_key: UUID | str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[DeploymentOperation], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> DeploymentOperation:
        """Poll until it has ended. See `DeploymentOperations.wait`."""
        return await self._wait(_GET, _GET__POLL, (operation_key,), {}, timeout, on_progress, options)

    def list_messages(
        self,
        operation_key: UUID | str,
        *,
        limit: int | None = None,
        offset: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[OperationMessage]:
        """List the messages of a deployment operation. See `DeploymentOperations.list_messages`."""
        return self._pages(
            _LIST_MESSAGES, (operation_key,), {"limit": limit, "offset": offset}, None, options
        )
