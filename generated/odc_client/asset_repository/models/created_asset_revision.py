"""CreatedAssetRevision and its parts."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    datetime_,
    decode_error,
    decode_map,
    integer,
    new,
    open_enum,
    wrong,
)
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.parameters import moment_text
from ..._runtime.wire.values import string
from .template_type import TemplateType


@define(kw_only=True)
class CreatedAssetRevision:
    """A revision that was just created.

    Attributes:
        application_type: Kind of an asset.
        template_type: Kind of a template.
    """

    name: str
    application_key: str
    application_type: ApplicationType | str | None = None
    compatibility_signature_digest: str | None = None
    description: str | None = None
    from_template_key: str | None = None
    icon_url: str | None = None
    is_built_in_app: bool | None = None
    is_deployable: bool | None = None
    is_external: bool | None = None
    labels: dict[str, str | None] | None = None
    metamodel_json_url: str | None = None
    model_digest: str | None = None
    primary_color: str | None = None
    publish_date_time: dt.datetime | None = None
    publish_user_email: str | None = None
    publish_user_key: str | None = None
    release_date_time: dt.datetime | None = None
    release_notes_url: str | None = None
    release_user_email: str | None = None
    release_user_key: str | None = None
    revision: int | None = None
    revision_date_time: dt.datetime | None = None
    revision_user_email: str | None = None
    revision_user_key: str | None = None
    revision_user_name: str | None = None
    runtime: str | None = None
    signature_binary_url: str | None = None
    signature_digest: str | None = None
    source_code_binary_url: str | None = None
    tag: str | None = None
    template_type: TemplateType | str | None = None
    tool_version: str | None = None
    url_path: str | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(
        (
            "name",
            "applicationKey",
            "applicationType",
            "compatibilitySignatureDigest",
            "description",
            "fromTemplateKey",
            "iconUrl",
            "isBuiltInApp",
            "isDeployable",
            "isExternal",
            "labels",
            "metamodelJsonUrl",
            "modelDigest",
            "primaryColor",
            "publishDateTime",
            "publishUserEmail",
            "publishUserKey",
            "releaseDateTime",
            "releaseNotesUrl",
            "releaseUserEmail",
            "releaseUserKey",
            "revision",
            "revisionDateTime",
            "revisionUserEmail",
            "revisionUserKey",
            "revisionUserName",
            "runtime",
            "signatureBinaryUrl",
            "signatureDigest",
            "sourceCodeBinaryUrl",
            "tag",
            "templateType",
            "toolVersion",
            "urlPath",
        ),
        must=("name", "applicationKey"),
    )

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 34:
                data, self.additional = cls._keys.read(data)
            v = data[at := "name"]
            self.name = v if type(v) is str else wrong(v, "a string")
            v = data[at := "applicationKey"]
            self.application_key = v if type(v) is str else wrong(v, "a string")
            v = data[at := "applicationType"]
            self.application_type = None if v is None else open_enum(ApplicationType, v)
            v = data[at := "compatibilitySignatureDigest"]
            self.compatibility_signature_digest = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "description"]
            self.description = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "fromTemplateKey"]
            self.from_template_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "iconUrl"]
            self.icon_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "isBuiltInApp"]
            self.is_built_in_app = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "isDeployable"]
            self.is_deployable = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "isExternal"]
            self.is_external = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "labels"]
            self.labels = None if v is None else decode_map(v, lambda v: None if v is None else string(v))
            v = data[at := "metamodelJsonUrl"]
            self.metamodel_json_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "modelDigest"]
            self.model_digest = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "primaryColor"]
            self.primary_color = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "publishDateTime"]
            self.publish_date_time = None if v is None else datetime_(v)
            v = data[at := "publishUserEmail"]
            self.publish_user_email = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "publishUserKey"]
            self.publish_user_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "releaseDateTime"]
            self.release_date_time = None if v is None else datetime_(v)
            v = data[at := "releaseNotesUrl"]
            self.release_notes_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "releaseUserEmail"]
            self.release_user_email = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "releaseUserKey"]
            self.release_user_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revision"]
            self.revision = v if type(v) is int or v is None else integer(v)
            v = data[at := "revisionDateTime"]
            self.revision_date_time = None if v is None else datetime_(v)
            v = data[at := "revisionUserEmail"]
            self.revision_user_email = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revisionUserKey"]
            self.revision_user_key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "revisionUserName"]
            self.revision_user_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "runtime"]
            self.runtime = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "signatureBinaryUrl"]
            self.signature_binary_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "signatureDigest"]
            self.signature_digest = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "sourceCodeBinaryUrl"]
            self.source_code_binary_url = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "tag"]
            self.tag = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["name"] = self.name
        body["applicationKey"] = self.application_key
        body["applicationType"] = self.application_type
        body["compatibilitySignatureDigest"] = self.compatibility_signature_digest
        body["description"] = self.description
        body["fromTemplateKey"] = self.from_template_key
        body["iconUrl"] = self.icon_url
        body["isBuiltInApp"] = self.is_built_in_app
        body["isDeployable"] = self.is_deployable
        body["isExternal"] = self.is_external
        body["labels"] = self.labels
        body["metamodelJsonUrl"] = self.metamodel_json_url
        body["modelDigest"] = self.model_digest
        body["primaryColor"] = self.primary_color
        body["publishDateTime"] = (
            None if self.publish_date_time is None else moment_text(self.publish_date_time)
        )
        body["publishUserEmail"] = self.publish_user_email
        body["publishUserKey"] = self.publish_user_key
        body["releaseDateTime"] = (
            None if self.release_date_time is None else moment_text(self.release_date_time)
        )
        body["releaseNotesUrl"] = self.release_notes_url
        body["releaseUserEmail"] = self.release_user_email
        body["releaseUserKey"] = self.release_user_key
        body["revision"] = self.revision
        body["revisionDateTime"] = (
            None if self.revision_date_time is None else moment_text(self.revision_date_time)
        )
        body["revisionUserEmail"] = self.revision_user_email
        body["revisionUserKey"] = self.revision_user_key
        body["revisionUserName"] = self.revision_user_name
        body["runtime"] = self.runtime
        body["signatureBinaryUrl"] = self.signature_binary_url
        body["signatureDigest"] = self.signature_digest
        body["sourceCodeBinaryUrl"] = self.source_code_binary_url
        body["tag"] = self.tag
        body["templateType"] = self.template_type
        body["toolVersion"] = self.tool_version
        body["urlPath"] = self.url_path
        return self._keys.written(body, self.additional)


class ApplicationType(StrEnum):
    """Kind of an asset."""

    WEB_APPLICATION = "WebApplication"
    MOBILE_APPLICATION = "MobileApplication"
    LOW_CODE_LIBRARY = "LowCodeLibrary"
    EXTENSION_LIBRARY = "ExtensionLibrary"
    EXTERNAL_CONNECTION = "ExternalConnection"
    EXTERNAL_LIBRARY = "ExternalLibrary"
