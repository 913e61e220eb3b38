"""AssetMetadata."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, open_enum, sparse, wrong
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
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
