"""AssetRevisionCreate and its parts."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.keys import NOTHING


@define(kw_only=True)
class AssetRevisionCreate:
    """An asset or a revision to create.

    Attributes:
        asset_creation_details: What a new asset starts from, where no file is given.
        file_uri: Where ODC fetches the file: the URL of an upload.
        portfolio_key: Portfolio for a new asset.
        skip_sequential_version_validation: Whether the tag may leave versions out.
        tag: Version tag, such as 1.0.0.
    """

    asset_creation_details: AssetCreationDetails | Unset | None = UNSET
    commit_message: str | Unset | None = UNSET
    file_uri: str | Unset | None = UNSET
    portfolio_key: UUID | str | Unset | None = UNSET
    release_notes: str | Unset | None = UNSET
    skip_sequential_version_validation: bool | Unset = UNSET
    tag: str | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.asset_creation_details is not UNSET:
            body["assetCreationDetails"] = (
                None if self.asset_creation_details is None else self.asset_creation_details.encode()
            )
        if self.commit_message is not UNSET:
            body["commitMessage"] = self.commit_message
        if self.file_uri is not UNSET:
            body["fileUri"] = self.file_uri
        if self.portfolio_key is not UNSET:
            body["portfolioKey"] = None if self.portfolio_key is None else str(self.portfolio_key)
        if self.release_notes is not UNSET:
            body["releaseNotes"] = self.release_notes
        if self.skip_sequential_version_validation is not UNSET:
            body["skipSequentialVersionValidation"] = self.skip_sequential_version_validation
        if self.tag is not UNSET:
            body["tag"] = self.tag
        return body


@define(kw_only=True)
class AssetCreationDetails:
    """A new asset that starts empty or from a template.

    Attributes:
        icon_base64: Icon, encoded in Base64.
        template_key: Template to copy; empty if not given.
    """

    asset_name: str | Unset | None = UNSET
    asset_type: str | Unset | None = UNSET
    description: str | Unset | None = UNSET
    icon_base64: str | Unset | None = UNSET
    template_key: str | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.asset_name is not UNSET:
            body["assetName"] = self.asset_name
        if self.asset_type is not UNSET:
            body["assetType"] = self.asset_type
        if self.description is not UNSET:
            body["description"] = self.description
        if self.icon_base64 is not UNSET:
            body["iconBase64"] = self.icon_base64
        if self.template_key is not UNSET:
            body["templateKey"] = self.template_key
        return body
