"""Revisions: `odc.dependency_management.revisions`."""

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
    from .models import AssetConsumer, AssetProducer, ProducerGraphNode, PublicElement, ReferencedElement

_LIST_CONSUMERS = Operation(
    "dependency_management.revisions.list_consumers",
    "GET",
    "/assets/{assetKey}/revisions/{revisionNumber}/consumers",
    lambda data: decode_list(data, models.AssetConsumer.decode),
    params=(Param("revisionNumber", "path", kind="int"), Param("allowMultipleVersions", kind="bool")),
    paging=Paging(limit=None, offset=None),
)

_LIST_PRODUCER_GRAPH = Operation(
    "dependency_management.revisions.list_producer_graph",
    "GET",
    "/assets/{assetKey}/revisions/{revisionNumber}/producer-graph",
    lambda data: decode_list(data, models.ProducerGraphNode.decode),
    params=(Param("revisionNumber", "path", kind="int"), Param("maxDepth", kind="int")),
    paging=Paging(limit=None, offset=None),
)

_LIST_PRODUCERS = Operation(
    "dependency_management.revisions.list_producers",
    "GET",
    "/assets/{assetKey}/revisions/{revisionNumber}/producers",
    lambda data: decode_list(data, models.AssetProducer.decode),
    params=(Param("revisionNumber", "path", kind="int"), Param("maxDepth", kind="int")),
    paging=Paging(limit=None, offset=None),
)

_LIST_PUBLIC_ELEMENTS = Operation(
    "dependency_management.revisions.list_public_elements",
    "GET",
    "/assets/{assetKey}/revisions/{revisionNumber}/public-elements",
    lambda data: decode_list(data, models.PublicElement.decode),
    params=(Param("revisionNumber", "path", kind="int"), Param("includeHidden", kind="bool")),
    paging=Paging(limit=None, offset=None),
)

_LIST_REFERENCED_ELEMENTS = Operation(
    "dependency_management.revisions.list_referenced_elements",
    "GET",
    "/assets/{assetKey}/revisions/{revisionNumber}/referenced-elements",
    lambda data: decode_list(data, models.ReferencedElement.decode),
    params=(Param("revisionNumber", "path", kind="int"), Param("includeHidden", kind="bool")),
    paging=Paging(limit=None, offset=None),
    permissions=("Asset management > Open",),
)


class Revisions(Resource):
    """Revisions; each method also takes the options of `CallOptions`."""

    def list_consumers(
        self,
        asset_key: UUID | str,
        revision: int,
        *,
        environment_key: UUID | str | None = None,
        public_element_key: str | None = None,
        allow_multiple_versions: bool | None = None,
        sort: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[AssetConsumer]:
        """List the assets that use one revision of an asset.

        Raises NotFound.

        Args:
            asset_key: Key of the asset.
            revision: Number of the revision.
            environment_key: Only assets deployed to this environment; the development environment if not
                given.
            public_element_key: Only consumers of this public element.
            allow_multiple_versions: Whether to return every revision of a consumer, not only its highest.
            sort: Field to sort by: name; `-` in front sorts downwards.
        """
        return self._pages(
            _LIST_CONSUMERS,
            (asset_key, revision),
            {
                "environmentKey": environment_key,
                "publicElementKey": public_element_key,
                "allowMultipleVersions": allow_multiple_versions,
                "sort": sort,
            },
            None,
            options,
        )

    def list_producer_graph(
        self,
        asset_key: UUID | str,
        revision: int,
        *,
        max_depth: int | None = None,
        environment_key: UUID | str | None = None,
        producer_type: str | None = None,
        sort: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[ProducerGraphNode]:
        """List the assets that a revision uses, each with those that it uses in turn.

        Raises NotFound.

        Args:
            asset_key: Key of the asset.
            revision: Number of the revision.
            max_depth: Number of levels to follow; 0, as if not given, follows all.
            environment_key: Only assets deployed to this environment; the development environment if not
                given.
            producer_type: Which producers to return: Deployable, Libraries or All.
            sort: Field to sort by: name; `-` in front sorts downwards.
        """
        return self._pages(
            _LIST_PRODUCER_GRAPH,
            (asset_key, revision),
            {
                "maxDepth": max_depth,
                "environmentKey": environment_key,
                "producerTypeFilter": producer_type,
                "sort": sort,
            },
            None,
            options,
        )

    def list_producers(
        self,
        asset_key: UUID | str,
        revision: int,
        *,
        max_depth: int | None = None,
        environment_key: UUID | str | None = None,
        producer_type: str | None = None,
        sort: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[AssetProducer]:
        """List all assets that a revision uses, directly or through others.

        Raises NotFound.

        Args:
            asset_key: Key of the asset.
            revision: Number of the revision.
            max_depth: Number of levels to follow; 0, as if not given, follows all.
            environment_key: Only assets deployed to this environment; the development environment if not
                given.
            producer_type: Which producers to return: Deployable, Libraries or All.
            sort: Field to sort by: name; `-` in front sorts downwards.
        """
        return self._pages(
            _LIST_PRODUCERS,
            (asset_key, revision),
            {
                "maxDepth": max_depth,
                "environmentKey": environment_key,
                "producerTypeFilter": producer_type,
                "sort": sort,
            },
            None,
            options,
        )

    def list_public_elements(
        self,
        asset_key: UUID | str,
        revision: int,
        *,
        sort: str | None = None,
        include_hidden: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[PublicElement]:
        """List the elements that a revision offers to others.

        Raises NotFound.

        Args:
            asset_key: Key of the asset.
            revision: Number of the revision.
            sort: Field to sort by: name; `-` in front sorts downwards.
            include_hidden: Whether to include hidden elements, as if not given.
        """
        return self._pages(
            _LIST_PUBLIC_ELEMENTS,
            (asset_key, revision),
            {"sort": sort, "includeHidden": include_hidden},
            None,
            options,
        )

    def list_referenced_elements(
        self,
        asset_key: UUID | str,
        revision: int,
        *,
        sort: str | None = None,
        include_hidden: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[ReferencedElement]:
        """List the elements of other assets that a revision refers to.

        Needs the permission Asset management > Open. Raises NotFound.

        Args:
            asset_key: Key of the asset.
            revision: Number of the revision.
            sort: Field to sort by: name; `-` in front sorts downwards.
            include_hidden: Whether to include hidden elements, as if not given.
        """
        return self._pages(
            _LIST_REFERENCED_ELEMENTS,
            (asset_key, revision),
            {"sort": sort, "includeHidden": include_hidden},
            None,
            options,
        )


class AsyncRevisions(AsyncResource):
    """Revisions, to be awaited; each method also takes the options of `CallOptions`."""

    def list_consumers(
        self,
        asset_key: UUID | str,
        revision: int,
        *,
        environment_key: UUID | str | None = None,
        public_element_key: str | None = None,
        allow_multiple_versions: bool | None = None,
        sort: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[AssetConsumer]:
        """List the assets that use one revision of an asset. See `Revisions.list_consumers`."""
        return self._pages(
            _LIST_CONSUMERS,
            (asset_key, revision),
            {
                "environmentKey": environment_key,
                "publicElementKey": public_element_key,
                "allowMultipleVersions": allow_multiple_versions,
                "sort": sort,
            },
            None,
            options,
        )

    def list_producer_graph(
        self,
        asset_key: UUID | str,
        revision: int,
        *,
        max_depth: int | None = None,
        environment_key: UUID | str | None = None,
        producer_type: str | None = None,
        sort: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[ProducerGraphNode]:
        """List the assets that a revision uses, each with those that it uses in turn."""
        return self._pages(
            _LIST_PRODUCER_GRAPH,
            (asset_key, revision),
            {
                "maxDepth": max_depth,
                "environmentKey": environment_key,
                "producerTypeFilter": producer_type,
                "sort": sort,
            },
            None,
            options,
        )

    def list_producers(
        self,
        asset_key: UUID | str,
        revision: int,
        *,
        max_depth: int | None = None,
        environment_key: UUID | str | None = None,
        producer_type: str | None = None,
        sort: str | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[AssetProducer]:
        """List all assets that a revision uses, directly or through others."""
        return self._pages(
            _LIST_PRODUCERS,
            (asset_key, revision),
            {
                "maxDepth": max_depth,
                "environmentKey": environment_key,
                "producerTypeFilter": producer_type,
                "sort": sort,
            },
            None,
            options,
        )

    def list_public_elements(
        self,
        asset_key: UUID | str,
        revision: int,
        *,
        sort: str | None = None,
        include_hidden: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[PublicElement]:
        """List the elements that a revision offers to others. See `Revisions.list_public_elements`."""
        return self._pages(
            _LIST_PUBLIC_ELEMENTS,
            (asset_key, revision),
            {"sort": sort, "includeHidden": include_hidden},
            None,
            options,
        )

    def list_referenced_elements(
        self,
        asset_key: UUID | str,
        revision: int,
        *,
        sort: str | None = None,
        include_hidden: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[ReferencedElement]:
        """List the elements of other assets that a revision refers to."""
        return self._pages(
            _LIST_REFERENCED_ELEMENTS,
            (asset_key, revision),
            {"sort": sort, "includeHidden": include_hidden},
            None,
            options,
        )
