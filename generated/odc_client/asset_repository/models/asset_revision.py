"""AssetRevision and its parts."""

from __future__ import annotations

import datetime as dt
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    datetime_,
    decode_error,
    decode_list,
    integer,
    new,
    open_enum,
    wrong,
)
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text
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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "name",
            "_embedded",
            "assetKey",
            "assetType",
            "clonedFromTemplateKey",
            "commitMessage",
            "createdAt",
            "createdBy",
            "description",
            "isExternal",
            "modelDigest",
            "portfolioKey",
            "revision",
            "tag",
            "taggedAt",
            "taggedBy",
        ),
        must=("name", "assetKey"),
        late=("_embedded",),
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        self.embedded = None
        at = ""
        try:
            if len(data) != 15:
                data, self.additional = cls._keys.read(data)
                v = data[at := "_embedded"]
                self.embedded = None if v is None else AssetRevisionEmbedded.decode(v)
            v = data[at := "name"]
            self.name = v if type(v) is str else wrong(v, "a string")
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
            self.revision = v if type(v) is int or v is None else integer(v)
            v = data[at := "tag"]
            self.tag = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "taggedAt"]
            self.tagged_at = None if v is None else datetime_(v)
            v = data[at := "taggedBy"]
            self.tagged_by = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["name"] = self.name
        body["_embedded"] = None if self.embedded is None else self.embedded.encode()
        body["assetKey"] = self.asset_key
        body["assetType"] = self.asset_type
        body["clonedFromTemplateKey"] = self.cloned_from_template_key
        body["commitMessage"] = self.commit_message
        body["createdAt"] = None if self.created_at is None else moment_text(self.created_at)
        body["createdBy"] = self.created_by
        body["description"] = self.description
        body["isExternal"] = self.is_external
        body["modelDigest"] = self.model_digest
        body["portfolioKey"] = self.portfolio_key
        body["revision"] = self.revision
        body["tag"] = self.tag
        body["taggedAt"] = None if self.tagged_at is None else moment_text(self.tagged_at)
        body["taggedBy"] = self.tagged_by
        return self._keys.written(body, self.additional)


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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("icon", "metadata", "releaseNote", "signature", "sourceCode"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 5:
                data, self.additional = cls._keys.read(data)
            v1 = data[at := "icon"]
            v2 = data[at := "metadata"]
            v3 = data[at := "releaseNote"]
            v4 = data[at := "signature"]
            v5 = data[at := "sourceCode"]
            at, v = "icon", v1
            self.icon = None if v is None else AssetIcon.decode(v)
            at, v = "metadata", v2
            self.metadata = None if v is None else AssetRevisionMetadata.decode(v)
            at, v = "releaseNote", v3
            self.release_note = None if v is None else AssetReleaseNotesLink.decode(v)
            at, v = "signature", v4
            self.signature = None if v is None else AssetSignature.decode(v)
            at, v = "sourceCode", v5
            self.source_code = None if v is None else AssetSourceCode.decode(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["icon"] = None if self.icon is None else self.icon.encode()
        body["metadata"] = None if self.metadata is None else self.metadata.encode()
        body["releaseNote"] = None if self.release_note is None else self.release_note.encode()
        body["signature"] = None if self.signature is None else self.signature.encode()
        body["sourceCode"] = None if self.source_code is None else self.source_code.encode()
        return self._keys.written(body, self.additional)


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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "assemblyName",
            "assemblyVersion",
            "isBuiltInAsset",
            "isDeployable",
            "mobileFrameworks",
            "runtime",
            "templateType",
            "toolVersion",
            "urlPath",
        )
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 9:
                data, self.additional = cls._keys.read(data)
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
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["assemblyName"] = self.assembly_name
        body["assemblyVersion"] = self.assembly_version
        body["isBuiltInAsset"] = self.is_built_in_asset
        body["isDeployable"] = self.is_deployable
        body["mobileFrameworks"] = None if self.mobile_frameworks is None else list(self.mobile_frameworks)
        body["runtime"] = self.runtime
        body["templateType"] = self.template_type
        body["toolVersion"] = self.tool_version
        body["urlPath"] = self.url_path
        return self._keys.written(body, self.additional)


@define(kw_only=True)
class AssetReleaseNotesLink:
    """Where the release notes of a revision can be downloaded."""

    release_note_url: str | None = None
    tag: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("releaseNoteUrl", "tag"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v = data[at := "releaseNoteUrl"]
            self.release_note_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "tag"]
            self.tag = v if type(v) is str or v is None else wrong(v, "a string")
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["releaseNoteUrl"] = self.release_note_url
        body["tag"] = self.tag
        return self._keys.written(body, self.additional)
