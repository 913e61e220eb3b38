"""Models and enums of this API; the file of each is loaded on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .asset_icon import AssetIcon
    from .asset_metadata import AssetMetadata
    from .asset_permission import AssetPermission
    from .asset_release_notes import AssetReleaseNotes
    from .asset_revision import (
        AssetReleaseNotesLink,
        AssetRevision,
        AssetRevisionEmbedded,
        AssetRevisionMetadata,
    )
    from .asset_revision_create import AssetCreationDetails, AssetRevisionCreate
    from .asset_revision_patch import AssetRevisionPatch
    from .asset_search import AssetRevisionFilter, AssetSearch
    from .asset_signature import AssetSignature
    from .asset_source_code import AssetSourceCode
    from .asset_upload import AssetUpload
    from .created_asset_revision import ApplicationType, CreatedAssetRevision
    from .template_type import TemplateType
    from .upload import Upload

_HOMES = {
    "ApplicationType": ".created_asset_revision",
    "AssetCreationDetails": ".asset_revision_create",
    "AssetIcon": ".asset_icon",
    "AssetMetadata": ".asset_metadata",
    "AssetPermission": ".asset_permission",
    "AssetReleaseNotes": ".asset_release_notes",
    "AssetReleaseNotesLink": ".asset_revision",
    "AssetRevision": ".asset_revision",
    "AssetRevisionCreate": ".asset_revision_create",
    "AssetRevisionEmbedded": ".asset_revision",
    "AssetRevisionFilter": ".asset_search",
    "AssetRevisionMetadata": ".asset_revision",
    "AssetRevisionPatch": ".asset_revision_patch",
    "AssetSearch": ".asset_search",
    "AssetSignature": ".asset_signature",
    "AssetSourceCode": ".asset_source_code",
    "AssetUpload": ".asset_upload",
    "CreatedAssetRevision": ".created_asset_revision",
    "TemplateType": ".template_type",
    "Upload": ".upload",
}

__all__ = [
    "ApplicationType",
    "AssetCreationDetails",
    "AssetIcon",
    "AssetMetadata",
    "AssetPermission",
    "AssetReleaseNotes",
    "AssetReleaseNotesLink",
    "AssetRevision",
    "AssetRevisionCreate",
    "AssetRevisionEmbedded",
    "AssetRevisionFilter",
    "AssetRevisionMetadata",
    "AssetRevisionPatch",
    "AssetSearch",
    "AssetSignature",
    "AssetSourceCode",
    "AssetUpload",
    "CreatedAssetRevision",
    "TemplateType",
    "Upload",
]


def __getattr__(name: str) -> object:
    """Import a name when it is first asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOMES[name], __name__), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """List the names, loaded or not."""
    return sorted(__all__)
