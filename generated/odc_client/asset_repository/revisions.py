"""Revisions: `odc.asset_repository.revisions`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from .._runtime.face.resource import AsyncResource, Resource
from .._runtime.kernel.operation import Operation, Paging
from .._runtime.kernel.parameter import Media, Param
from .._runtime.wire.codec import decode_list
from . import models

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Unpack

    from .._runtime.flows.paging import AsyncPager, Pager
    from .._runtime.policy.options import CallOptions
    from .models import (
        AssetIcon,
        AssetMetadata,
        AssetReleaseNotes,
        AssetRevision,
        AssetRevisionPatch,
        AssetSignature,
        AssetSourceCode,
    )

_GET_HIGHEST_TAGGED = Operation(
    "asset_repository.revisions.get_highest_tagged",
    "GET",
    "/assets/{assetKey}/highest-tag-revision",
    lambda data: models.AssetRevision.decode(data),
    params=(Param("embed", kind="text[]"),),
)

_GET_LATEST = Operation(
    "asset_repository.revisions.get_latest",
    "GET",
    "/assets/{assetKey}/latest-revision",
    lambda data: models.AssetRevision.decode(data),
    params=(Param("embed", kind="text[]"),),
)

_LIST = Operation(
    "asset_repository.revisions.list",
    "GET",
    "/assets/{assetKey}/revisions",
    lambda data: decode_list(data, models.AssetRevision.decode),
    params=(
        Param("revisionDateTimeSince", kind="datetime"),
        Param("revisionDateTimeTo", kind="datetime"),
        Param("isTagged", kind="bool"),
        Param("embed", kind="text[]"),
        Param("limit", kind="int"),
        Param("offset", kind="int"),
    ),
    paging=Paging(),
)

_GET = Operation(
    "asset_repository.revisions.get",
    "GET",
    "/assets/{assetKey}/revisions/{revisionNumber}",
    lambda data: models.AssetRevision.decode(data),
    params=(Param("revisionNumber", "path", kind="int"), Param("embed", kind="text[]")),
)

_UPDATE = Operation(
    "asset_repository.revisions.update",
    "PATCH",
    "/assets/{assetKey}/revisions/{revisionNumber}",
    params=(Param("revisionNumber", "path", kind="int"),),
    body=(Media("application/json", "AssetRevisionPatch"),),
    needs_body=True,
    permissions=("Asset management > Change", "Release management > Release"),
)

_GET_ICON = Operation(
    "asset_repository.revisions.get_icon",
    "GET",
    "/assets/{assetKey}/revisions/{revisionNumber}/icon",
    lambda data: models.AssetIcon.decode(data),
    params=(Param("revisionNumber", "path", kind="int"),),
)

_GET_METADATA = Operation(
    "asset_repository.revisions.get_metadata",
    "GET",
    "/assets/{assetKey}/revisions/{revisionNumber}/metadata",
    lambda data: models.AssetMetadata.decode(data),
    params=(Param("revisionNumber", "path", kind="int"),),
)

_GET_RELEASE_NOTES = Operation(
    "asset_repository.revisions.get_release_notes",
    "GET",
    "/assets/{assetKey}/revisions/{revisionNumber}/release-notes",
    lambda data: models.AssetReleaseNotes.decode(data),
    params=(Param("revisionNumber", "path", kind="int"),),
)

_GET_SIGNATURE = Operation(
    "asset_repository.revisions.get_signature",
    "GET",
    "/assets/{assetKey}/revisions/{revisionNumber}/signature",
    lambda data: models.AssetSignature.decode(data),
    params=(Param("revisionNumber", "path", kind="int"),),
)

_GET_SOURCE_CODE = Operation(
    "asset_repository.revisions.get_source_code",
    "GET",
    "/assets/{assetKey}/revisions/{revisionNumber}/source-code",
    lambda data: models.AssetSourceCode.decode(data),
    params=(Param("revisionNumber", "path", kind="int"),),
    permissions=("Asset management > Open",),
)


class Revisions(Resource):
    """Revisions; each method also takes the options of `CallOptions`."""

    def get_highest_tagged(
        self, asset_key: UUID | str, *, embed: Sequence[str] | None = None, **options: Unpack[CallOptions]
    ) -> AssetRevision:
        """Get the revision of an asset with the highest version tag.

        Raises NotFound.

        Args:
            asset_key: Key of the asset.
            embed: Related objects to include: releaseNote, icon, sourceCode, signature, metadata.
        """
        return self._call(_GET_HIGHEST_TAGGED, (asset_key,), {"embed": embed}, None, options)

    def get_latest(
        self, asset_key: UUID | str, *, embed: Sequence[str] | None = None, **options: Unpack[CallOptions]
    ) -> AssetRevision:
        """Get the newest revision of an asset.

        Raises NotFound.

        Args:
            asset_key: Key of the asset.
            embed: Related objects to include: releaseNote, icon, sourceCode, signature, metadata.
        """
        return self._call(_GET_LATEST, (asset_key,), {"embed": embed}, None, options)

    def list(
        self,
        asset_key: UUID | str,
        *,
        model_digest: str | None = None,
        created_since: dt.datetime | None = None,
        created_to: dt.datetime | None = None,
        is_tagged: bool | None = None,
        tag: str | None = None,
        sort: str | None = None,
        commit_message_contains: str | None = None,
        embed: Sequence[str] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[AssetRevision]:
        """List the revisions of an asset.

        Raises NotFound.

        Args:
            asset_key: Key of the asset.
            model_digest: Only revisions with this digest of the model.
            created_since: Only revisions made at this time or later.
            created_to: Only revisions made at this time or earlier.
            is_tagged: Only revisions with a tag, or only those without.
            tag: Only revisions with this tag.
            sort: Field to sort by: revision or tag; `-` in front sorts downwards.
            commit_message_contains: Part of the commit message to look for.
            embed: Related objects to include: releaseNote, icon, sourceCode, signature, metadata.
            limit: Items per page: 1 to 1000, 100 if not given.
            offset: Index of the first item to return; 0 if not given.
        """
        return self._pages(
            _LIST,
            (asset_key,),
            {
                "modelDigest": model_digest,
                "revisionDateTimeSince": created_since,
                "revisionDateTimeTo": created_to,
                "isTagged": is_tagged,
                "tag": tag,
                "sort": sort,
                "commitMessage": commit_message_contains,
                "embed": embed,
                "limit": limit,
                "offset": offset,
            },
            None,
            options,
        )

    def get(
        self,
        asset_key: UUID | str,
        revision: int,
        *,
        embed: Sequence[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> AssetRevision:
        """Get one revision of an asset.

        Raises NotFound.

        Args:
            asset_key: Key of the asset.
            revision: Number of the revision.
            embed: Related objects to include: releaseNote, icon, sourceCode, signature, metadata.
        """
        return self._call(_GET, (asset_key, revision), {"embed": embed}, None, options)

    def update(
        self, asset_key: UUID | str, revision: int, body: AssetRevisionPatch, **options: Unpack[CallOptions]
    ) -> None:
        """Change the tag, the release notes or the commit message of a revision; null removes the tag.

        Needs one of the permissions Asset management > Change; Release management > Release. Raises
        BadRequest, NotFound.

        Args:
            asset_key: Key of the asset.
            revision: Number of the revision.
            body: What is sent, a `AssetRevisionPatch`.
        """
        return self._call(_UPDATE, (asset_key, revision), {}, body, options)

    def get_icon(self, asset_key: UUID | str, revision: int, **options: Unpack[CallOptions]) -> AssetIcon:
        """Get where to download the icon of a revision.

        Raises NotFound.

        Args:
            asset_key: Key of the asset.
            revision: Number of the revision.
        """
        return self._call(_GET_ICON, (asset_key, revision), {}, None, options)

    def get_metadata(
        self, asset_key: UUID | str, revision: int, **options: Unpack[CallOptions]
    ) -> AssetMetadata:
        """Get the metadata of a revision.

        Raises NotFound.

        Args:
            asset_key: Key of the asset.
            revision: Number of the revision.
        """
        return self._call(_GET_METADATA, (asset_key, revision), {}, None, options)

    def get_release_notes(
        self, asset_key: UUID | str, revision: int, **options: Unpack[CallOptions]
    ) -> AssetReleaseNotes:
        """Get the release notes of a revision.

        Raises NotFound.

        Args:
            asset_key: Key of the asset.
            revision: Number of the revision.
        """
        return self._call(_GET_RELEASE_NOTES, (asset_key, revision), {}, None, options)

    def get_signature(
        self, asset_key: UUID | str, revision: int, **options: Unpack[CallOptions]
    ) -> AssetSignature:
        """Get where to download the signature of a revision.

        Raises NotFound.

        Args:
            asset_key: Key of the asset.
            revision: Number of the revision.
        """
        return self._call(_GET_SIGNATURE, (asset_key, revision), {}, None, options)

    def get_source_code(
        self, asset_key: UUID | str, revision: int, **options: Unpack[CallOptions]
    ) -> AssetSourceCode:
        """Get where to download the source of a revision.

        Needs the permission Asset management > Open. Raises NotFound.

        Args:
            asset_key: Key of the asset.
            revision: Number of the revision.
        """
        return self._call(_GET_SOURCE_CODE, (asset_key, revision), {}, None, options)


class AsyncRevisions(AsyncResource):
    """Revisions, to be awaited; each method also takes the options of `CallOptions`."""

    async def get_highest_tagged(
        self, asset_key: UUID | str, *, embed: Sequence[str] | None = None, **options: Unpack[CallOptions]
    ) -> AssetRevision:
        """Get the revision of an asset with the highest version tag. See `Revisions.get_highest_tagged`."""
        return await self._call(_GET_HIGHEST_TAGGED, (asset_key,), {"embed": embed}, None, options)

    async def get_latest(
        self, asset_key: UUID | str, *, embed: Sequence[str] | None = None, **options: Unpack[CallOptions]
    ) -> AssetRevision:
        """Get the newest revision of an asset. See `Revisions.get_latest`."""
        return await self._call(_GET_LATEST, (asset_key,), {"embed": embed}, None, options)

    def list(
        self,
        asset_key: UUID | str,
        *,
        model_digest: str | None = None,
        created_since: dt.datetime | None = None,
        created_to: dt.datetime | None = None,
        is_tagged: bool | None = None,
        tag: str | None = None,
        sort: str | None = None,
        commit_message_contains: str | None = None,
        embed: Sequence[str] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[CallOptions],
    ) -> AsyncPager[AssetRevision]:
        """List the revisions of an asset. See `Revisions.list`."""
        return self._pages(
            _LIST,
            (asset_key,),
            {
                "modelDigest": model_digest,
                "revisionDateTimeSince": created_since,
                "revisionDateTimeTo": created_to,
                "isTagged": is_tagged,
                "tag": tag,
                "sort": sort,
                "commitMessage": commit_message_contains,
                "embed": embed,
                "limit": limit,
                "offset": offset,
            },
            None,
            options,
        )

    async def get(
        self,
        asset_key: UUID | str,
        revision: int,
        *,
        embed: Sequence[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> AssetRevision:
        """Get one revision of an asset. See `Revisions.get`."""
        return await self._call(_GET, (asset_key, revision), {"embed": embed}, None, options)

    async def update(
        self, asset_key: UUID | str, revision: int, body: AssetRevisionPatch, **options: Unpack[CallOptions]
    ) -> None:
        """Change the tag, the release notes or the commit message of a revision; null removes the tag."""
        return await self._call(_UPDATE, (asset_key, revision), {}, body, options)

    async def get_icon(
        self, asset_key: UUID | str, revision: int, **options: Unpack[CallOptions]
    ) -> AssetIcon:
        """Get where to download the icon of a revision. See `Revisions.get_icon`."""
        return await self._call(_GET_ICON, (asset_key, revision), {}, None, options)

    async def get_metadata(
        self, asset_key: UUID | str, revision: int, **options: Unpack[CallOptions]
    ) -> AssetMetadata:
        """Get the metadata of a revision. See `Revisions.get_metadata`."""
        return await self._call(_GET_METADATA, (asset_key, revision), {}, None, options)

    async def get_release_notes(
        self, asset_key: UUID | str, revision: int, **options: Unpack[CallOptions]
    ) -> AssetReleaseNotes:
        """Get the release notes of a revision. See `Revisions.get_release_notes`."""
        return await self._call(_GET_RELEASE_NOTES, (asset_key, revision), {}, None, options)

    async def get_signature(
        self, asset_key: UUID | str, revision: int, **options: Unpack[CallOptions]
    ) -> AssetSignature:
        """Get where to download the signature of a revision. See `Revisions.get_signature`."""
        return await self._call(_GET_SIGNATURE, (asset_key, revision), {}, None, options)

    async def get_source_code(
        self, asset_key: UUID | str, revision: int, **options: Unpack[CallOptions]
    ) -> AssetSourceCode:
        """Get where to download the source of a revision. See `Revisions.get_source_code`."""
        return await self._call(_GET_SOURCE_CODE, (asset_key, revision), {}, None, options)
