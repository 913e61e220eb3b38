"""Build operations: `odc.builds.build_operations`."""

from __future__ import annotations

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
    from .models import Build, BuildMessage, BuildType, StartedBuild

_LIST = Operation(
    "builds.build_operations.list",
    "GET",
    "/build-operations",
    lambda data: decode_list(data, models.Build.decode),
    paging=Paging(items="builds", limit=None, offset=None),
    permissions=("Asset management > Open",),
)

_START = Operation(
    "builds.build_operations.start",
    "POST",
    "/build-operations",
    lambda data: models.StartedBuild.decode(data),
    permissions=("Asset management > Open",),
)

_GET = Operation(
    "builds.build_operations.get",
    "GET",
    "/build-operations/{operationKey}",
    lambda data: models.Build.decode(data),
    permissions=("Asset management > Open",),
)
_GET__POLL = Poll(
    done=("Finished",), failed=("FinishedWithErrors", "Deleted", "ToBeDeleted"), messages="log-messages"
)

_LIST_MESSAGES = Operation(
    "builds.build_operations.list_messages",
    "GET",
    "/build-operations/{operationKey}/log-messages",
    lambda data: decode_list(data, models.BuildMessage.decode),
    paging=Paging(limit=None, offset=None),
    permissions=("Asset management > Open",),
)


class BuildOperations(Resource):
    """Build operations; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        asset_key: UUID | str | None = None,
        asset_revision: int | None = None,
        build_type: BuildType | str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Build]:
        """List the builds of a revision of an asset.

        Needs the permission Asset management > Open. Raises NotFound.

        Args:
            asset_key: Key of the asset.
            asset_revision: Number of the revision.
            build_type: Only builds of this type.
        """
        return self._pages(
            _LIST,
            (),
            {"assetKey": asset_key, "assetRevision": asset_revision, "byBuildType": build_type},
            None,
            options,
        )

    def start(
        self,
        *,
        asset_key: UUID | str,
        asset_revision: int,
        build_type: BuildType | str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> StartedBuild:
        """Start a build of a revision of an asset.

        Needs the permission Asset management > Open. Raises BadRequest, NotFound.

        Args:
            asset_key: Asset to build.
            asset_revision: Revision to build.
            build_type: Debug, as if not given, or Release.
        """
        body = models.BuildCreate(asset_key=asset_key, asset_revision=asset_revision, build_type=build_type)
        return self._call(_START, (), {}, body, options)

    def get(self, operation_key: UUID | str, **options: Unpack[CallOptions]) -> Build:
        """Get the state and the findings of a build.

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
        on_progress: Callable[[Build], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> Build:
        """Poll until it has ended and return its last state, within `timeout` seconds in all.

        `on_progress` is called with each state on the way; a failure raises `OperationFailed`.
        """
        return self._wait(_GET, _GET__POLL, (operation_key,), {}, timeout, on_progress, options)

    def list_messages(self, operation_key: UUID | str, **options: Unpack[CallOptions]) -> Pager[BuildMessage]:
        """List the messages that a build has logged.

        Needs the permission Asset management > Open. Raises NotFound.

        Args:
            operation_key: Key of the build.
        """
        return self._pages(_LIST_MESSAGES, (operation_key,), {}, None, options)


class AsyncBuildOperations(AsyncResource):
    """Build operations, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        asset_key: UUID | str | None = None,
        asset_revision: int | None = None,
        build_type: BuildType | str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[Build]:
        """List the builds of a revision of an asset. See `BuildOperations.list`."""
        return self._pages(
            _LIST,
            (),
            {"assetKey": asset_key, "assetRevision": asset_revision, "byBuildType": build_type},
            None,
            options,
        )

    async def start(
        self,
        *,
        asset_key: UUID | str,
        asset_revision: int,
        build_type: BuildType | str | Unset = UNSET,
        **options: Unpack[CallOptions],
    ) -> StartedBuild:
        """Start a build of a revision of an asset. See `BuildOperations.start`."""
        body = models.BuildCreate(asset_key=asset_key, asset_revision=asset_revision, build_type=build_type)
        return await self._call(_START, (), {}, body, options)

    async def get(self, operation_key: UUID | str, **options: Unpack[CallOptions]) -> Build:
        """Get the state and the findings of a build. See `BuildOperations.get`."""
        return await self._call(_GET, (operation_key,), {}, None, options)

    async def wait(
        self,
        operation_key: UUID | str,
        *,
        timeout: float = 900.0,
        on_progress: Callable[[Build], object] | None = None,
        **options: Unpack[PollOptions],
    ) -> Build:
        """Poll until it has ended. See `BuildOperations.wait`."""
        return await self._wait(_GET, _GET__POLL, (operation_key,), {}, timeout, on_progress, options)

    def list_messages(
        self, operation_key: UUID | str, **options: Unpack[CallOptions]
    ) -> AsyncPager[BuildMessage]:
        """List the messages that a build has logged. See `BuildOperations.list_messages`."""
        return self._pages(_LIST_MESSAGES, (operation_key,), {}, None, options)
