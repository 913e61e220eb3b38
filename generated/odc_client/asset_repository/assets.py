"""Assets: `odc.asset_repository.assets`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging
from .._runtime.kernel.unset import UNSET
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path
    from typing import BinaryIO, Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.kernel.unset import Unset
    from .._runtime.policy.options import CallOptions
    from .models import (
        AssetPermission,
        AssetRevision,
        AssetRevisionCreate,
        AssetRevisionFilter,
        AssetUpload,
        CreatedAssetRevision,
        TemplateType,
    )

_LIST = Operation(
    "asset_repository.assets.list",
    "GET",
    "/assets",
    lambda data: decode_list(data, models.AssetRevision.decode),
    paging=Paging(),
)

_CREATE = Operation(
    "asset_repository.assets.create",
    "POST",
    "/assets",
    lambda data: models.CreatedAssetRevision.decode(data),
    body=("application/json", "application/octet-stream", "multipart/form-data"),
    permissions=("Asset management > Change", "Asset management > Create"),
)

_SEARCH = Operation(
    "asset_repository.assets.search",
    "POST",
    "/assets/search",
    lambda data: decode_list(data, models.AssetRevision.decode),
    paging=Paging(limit=None, offset=None),
)

_GET = Operation(
    "asset_repository.assets.get", "GET", "/assets/{assetKey}", lambda data: models.AssetRevision.decode(data)
)

_DELETE = Operation(
    "asset_repository.assets.delete",
    "DELETE",
    "/assets/{assetKey}",
    permissions=("Asset management > Delete",),
)


class Assets(Resource):
    """Assets; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        name_contains: str | None = None,
        name_or_description_contains: str | None = None,
        asset_types: Sequence[str] | None = None,
        asset_keys: Sequence[UUID | str] | None = None,
        portfolio_keys: Sequence[UUID | str] | None = None,
        embed: Sequence[str] | None = None,
        url_path_contains: str | None = None,
        template_type: TemplateType | str | None = None,
        is_deployable: bool | None = None,
        is_built_in_asset: bool | None = None,
        is_external: bool | None = None,
        permission_filter: AssetPermission | str | None = None,
        sort: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[AssetRevision]:
        """List assets, each in its latest revision.

        Raises NotFound.

        Args:
            name_contains: Part of the name to look for.
            name_or_description_contains: Part of the name or the description to look for.
            asset_types: Only assets of these types, such as WebApplication, Agent, Workflow or
                ExternalLibrary.
            asset_keys: Only the assets with these keys.
            portfolio_keys: Only assets of these portfolios.
            embed: Related objects to include: releaseNote, icon, sourceCode, signature, metadata.
            url_path_contains: Part of the URL path to look for.
            template_type: Only templates of this kind.
            is_deployable: Only deployable assets, or only others.
            is_built_in_asset: Only built-in assets, or only others.
            is_external: Only external assets, or only others.
            permission_filter: Only assets on which the API client has this permission.
            sort: Field to sort by: name or createdAt; `-` in front sorts downwards.
            limit: Items per page: 1 to 1000, 100 if not given.
            offset: Index of the first item to return; 0 if not given.
        """
        return self._pages(
            _LIST,
            (),
            {
                "nameContains": name_contains,
                "nameOrDescriptionContains": name_or_description_contains,
                "assetTypes": asset_types,
                "assetKeys": asset_keys,
                "portfolioKeys": portfolio_keys,
                "embed": embed,
                "metadata.urlPathContains": url_path_contains,
                "metadata.templateType": template_type,
                "metadata.isDeployable": is_deployable,
                "metadata.isBuiltInAsset": is_built_in_asset,
                "isExternal": is_external,
                "permissionFilter": permission_filter,
                "sort": sort,
                "limit": limit,
                "offset": offset,
            },
            None,
            options,
        )

    def create(
        self,
        body: AssetRevisionCreate | bytes | BinaryIO | Path | AssetUpload | dict[str, Any],
        **options: Unpack[CallOptions],
    ) -> CreatedAssetRevision:
        """Create an asset, or a new revision of one, from a file, from a template or empty.

        Needs one of the permissions Asset management > Change, Create. Raises BadRequest.
        """
        return self._call(_CREATE, (), {}, body, options)

    def search(
        self,
        *,
        filters: Sequence[AssetRevisionFilter] | Unset | None = UNSET,
        embed: Sequence[str] | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> Pager[AssetRevision]:
        """List the asset revisions that match any of several filters.

        Raises NotFound.

        Args:
            filters: Filters, of which a revision has to match one.
            embed: Related objects to include, as in `assets.list`.
        """
        body = models.AssetSearch(filters=filters, embed=embed)
        return self._pages(_SEARCH, (), {}, body, options)

    def get(
        self, asset_key: UUID | str, *, embed: Sequence[str] | None = None, **options: Unpack[CallOptions]
    ) -> AssetRevision:
        """Get an asset in its latest revision.

        Raises NotFound.

        Args:
            asset_key: Key of the asset.
            embed: Related objects to include: releaseNote, icon, sourceCode, signature, metadata.
        """
        return self._call(_GET, (asset_key,), {"embed": embed}, None, options)

    def delete(self, asset_key: UUID | str, **options: Unpack[CallOptions]) -> None:
        """Delete an asset for good, in every environment.

        Needs the permission Asset management > Delete. Raises BadRequest, NotFound.

        Args:
            asset_key: Key of the asset.
        """
        return self._call(_DELETE, (asset_key,), {}, None, options)


class AsyncAssets(AsyncResource):
    """Assets, to be awaited; each method also takes the options of `CallOptions`."""

    def list(
        self,
        *,
        name_contains: str | None = None,
        name_or_description_contains: str | None = None,
        asset_types: Sequence[str] | None = None,
        asset_keys: Sequence[UUID | str] | None = None,
        portfolio_keys: Sequence[UUID | str] | None = None,
        embed: Sequence[str] | None = None,
        url_path_contains: str | None = None,
        template_type: TemplateType | str | None = None,
        is_deployable: bool | None = None,
        is_built_in_asset: bool | None = None,
        is_external: bool | None = None,
        permission_filter: AssetPermission | str | None = None,
        sort: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[AssetRevision]:
        """List assets, each in its latest revision. See `Assets.list`."""
        return self._pages(
            _LIST,
            (),
            {
                "nameContains": name_contains,
                "nameOrDescriptionContains": name_or_description_contains,
                "assetTypes": asset_types,
                "assetKeys": asset_keys,
                "portfolioKeys": portfolio_keys,
                "embed": embed,
                "metadata.urlPathContains": url_path_contains,
                "metadata.templateType": template_type,
                "metadata.isDeployable": is_deployable,
                "metadata.isBuiltInAsset": is_built_in_asset,
                "isExternal": is_external,
                "permissionFilter": permission_filter,
                "sort": sort,
                "limit": limit,
                "offset": offset,
            },
            None,
            options,
        )

    async def create(
        self,
        body: AssetRevisionCreate | bytes | BinaryIO | Path | AssetUpload | dict[str, Any],
        **options: Unpack[CallOptions],
    ) -> CreatedAssetRevision:
        """Create an asset, or a new revision of one, from a file, from a template or empty."""
        return await self._call(_CREATE, (), {}, body, options)

    def search(
        self,
        *,
        filters: Sequence[AssetRevisionFilter] | Unset | None = UNSET,
        embed: Sequence[str] | Unset | None = UNSET,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[AssetRevision]:
        """List the asset revisions that match any of several filters. See `Assets.search`."""
        body = models.AssetSearch(filters=filters, embed=embed)
        return self._pages(_SEARCH, (), {}, body, options)

    async def get(
        self, asset_key: UUID | str, *, embed: Sequence[str] | None = None, **options: Unpack[CallOptions]
    ) -> AssetRevision:
        """Get an asset in its latest revision. See `Assets.get`."""
        return await self._call(_GET, (asset_key,), {"embed": embed}, None, options)

    async def delete(self, asset_key: UUID | str, **options: Unpack[CallOptions]) -> None:
        """Delete an asset for good, in every environment. See `Assets.delete`."""
        return await self._call(_DELETE, (asset_key,), {}, None, options)
