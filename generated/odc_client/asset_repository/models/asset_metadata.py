"""AssetMetadata."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, open_enum, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.values import string
from .template_type import TemplateType


@define(kw_only=True)
class AssetMetadata:
    """Technical facts of a revision.

    Attributes:
        template_type: Kind of a template.
    """

    assembly_name: str | None = None
    assembly_version: str | None = None
    commit_message: str | None = None
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
            "commitMessage",
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
            if len(data) != 10:
                data, self.additional = cls._keys.read(data)
            v = data[at := "assemblyName"]
            self.assembly_name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assemblyVersion"]
            self.assembly_version = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "commitMessage"]
            self.commit_message = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["commitMessage"] = self.commit_message
        body["isBuiltInAsset"] = self.is_built_in_asset
        body["isDeployable"] = self.is_deployable
        body["mobileFrameworks"] = None if self.mobile_frameworks is None else list(self.mobile_frameworks)
        body["runtime"] = self.runtime
        body["templateType"] = self.template_type
        body["toolVersion"] = self.tool_version
        body["urlPath"] = self.url_path
        return self._keys.written(body, self.additional)
