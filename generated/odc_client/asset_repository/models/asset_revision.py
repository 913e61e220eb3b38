"""AssetRevision and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    datetime_,
    decode_error,
    decode_list,
    new,
    open_enum,
    sparse,
    wrong,
)
from ..._runtime.wire.values import string
from .asset_icon import AssetIcon
from .asset_signature import AssetSignature
from .asset_source_code import AssetSourceCode
from .template_type import TemplateType


@define(kw_only=True)
class AssetRevision:
    """An asset in one of its revisions.

    Attributes:
        embedded: What was included with a revision on request.
    """

    name: str
    embedded: AssetRevisionEmbedded | None = None
    asset_key: str
    asset_type: str | None = None
    cloned_from_template_key: str | None = None
    commit_message: str | None = None
    created_at: dt.datetime | None = None
    created_by: str | None = None
    description: str | None = None
    is_external: bool | None = None
    model_digest: str | None = None
    portfolio_key: str | None = None
    revision: int | None = None
    tag: str | None = None
    tagged_at: dt.datetime | None = None
    tagged_by: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "name"]
            self.name = v if type(v) is str else wrong(v, "a string")
            v = data.get(at := "_embedded")
            self.embedded = None if v is None else AssetRevisionEmbedded.decode(v)
            v = data[at := "assetKey"]
            self.asset_key = v if type(v) is str else wrong(v, "a string")
            v = data[at := "assetType"]
            self.asset_type = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "clonedFromTemplateKey"]
            self.cloned_from_template_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "commitMessage"]
            self.commit_message = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "createdAt"]
            self.created_at = None if v is None else datetime_(v)
            v = data[at := "createdBy"]
            self.created_by = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "description"]
            self.description = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "isExternal"]
            self.is_external = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "modelDigest"]
            self.model_digest = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "portfolioKey"]
            self.portfolio_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revision"]
            self.revision = v if type(v) is int or v is None else wrong(v, "an integer")
            v = data[at := "tag"]
            self.tag = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "taggedAt"]
            self.tagged_at = None if v is None else datetime_(v)
            v = data[at := "taggedBy"]
            self.tagged_by = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "name", "assetKey"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class AssetRevisionEmbedded:
    """What was included with a revision on request.

    Attributes:
        icon: Where the icon of a revision can be downloaded.
        metadata: Technical facts of a revision, as included on request.
        release_note: Where the release notes of a revision can be downloaded.
        signature: Where the signature of a revision can be downloaded.
        source_code: Where the source of a revision can be downloaded.
    """

    icon: AssetIcon | None = None
    metadata: AssetRevisionMetadata | None = None
    release_note: AssetReleaseNotesLink | None = None
    signature: AssetSignature | None = None
    source_code: AssetSourceCode | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "icon"]
            self.icon = None if v is None else AssetIcon.decode(v)
            v = data[at := "metadata"]
            self.metadata = None if v is None else AssetRevisionMetadata.decode(v)
            v = data[at := "releaseNote"]
            self.release_note = None if v is None else AssetReleaseNotesLink.decode(v)
            v = data[at := "signature"]
            self.signature = None if v is None else AssetSignature.decode(v)
            v = data[at := "sourceCode"]
            self.source_code = None if v is None else AssetSourceCode.decode(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class AssetRevisionMetadata:
    """Technical facts of a revision, as included on request.

    Attributes:
        template_type: Kind of a template.
    """

    assembly_name: str | None = None
    assembly_version: str | None = None
    is_built_in_asset: bool | None = None
    is_deployable: bool | None = None
    mobile_frameworks: list[str] | None = None
    runtime: str | None = None
    template_type: TemplateType | str | None = None
    tool_version: str | None = None
    url_path: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "assemblyName"]
            self.assembly_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assemblyVersion"]
            self.assembly_version = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "isBuiltInAsset"]
            self.is_built_in_asset = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "isDeployable"]
            self.is_deployable = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "mobileFrameworks"]
            self.mobile_frameworks = None if v is None else decode_list(v, string)
            v = data[at := "runtime"]
            self.runtime = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "templateType"]
            self.template_type = None if v is None else open_enum(TemplateType, v)
            v = data[at := "toolVersion"]
            self.tool_version = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "urlPath"]
            self.url_path = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class AssetReleaseNotesLink:
    """Where the release notes of a revision can be downloaded."""

    release_note_url: str | None = None
    tag: str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "releaseNoteUrl"]
            self.release_note_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "tag"]
            self.tag = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
