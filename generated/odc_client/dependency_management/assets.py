"""Assets: `odc.dependency_management.assets`."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging
from .._runtime.kernel.parameter import Param
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.policy.options import CallOptions
    from .models import AssetConsumer

_LIST_CONSUMERS = Operation(
    "dependency_management.assets.list_consumers",
    "GET",
    "/assets/{assetKey}/consumers",
    lambda data: decode_list(data, models.AssetConsumer.decode),
    params=(Param("allowMultipleVersions", kind="bool"),),
    paging=Paging(limit=None, offset=None),
)


class Assets(Resource):
    """Assets; each method also takes the options of `CallOptions`."""

    def list_consumers(
        self,
        asset_key: UUID | str,
        *,
        environment_key: UUID | str | None = None,
        public_element_key: str | None = None,
        allow_multiple_versions: bool | None = None,
        sort: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[AssetConsumer]:
        """List the assets that use an asset, in any revision.

        Raises NotFound.

        Args:
            asset_key: Key of the asset.
            environment_key: Only assets deployed to this environment; the development environment if not
                given.
            public_element_key: Only consumers of this public element.
            allow_multiple_versions: Whether to return every revision of a consumer, not only its highest.
            sort: Field to sort by: name; `-` in front sorts downwards.
        """
        return self._pages(
            _LIST_CONSUMERS,
            (asset_key,),
            {
                "environmentKey": environment_key,
                "publicElementKey": public_element_key,
                "allowMultipleVersions": allow_multiple_versions,
                "sort": sort,
            },
            None,
            options,
        )


class AsyncAssets(AsyncResource):
    """Assets, to be awaited; each method also takes the options of `CallOptions`."""

    def list_consumers(
        self,
        asset_key: UUID | str,
        *,
        environment_key: UUID | str | None = None,
        public_element_key: str | None = None,
        allow_multiple_versions: bool | None = None,
        sort: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[AssetConsumer]:
        """List the assets that use an asset, in any revision. See `Assets.list_consumers`."""
        return self._pages(
            _LIST_CONSUMERS,
            (asset_key,),
            {
                "environmentKey": environment_key,
                "publicElementKey": public_element_key,
                "allowMultipleVersions": allow_multiple_versions,
                "sort": sort,
            },
            None,
            options,
        )
