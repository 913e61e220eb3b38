"""IpFilterGroup."""

from __future__ import annotations

from typing import Any, Self
from uuid import UUID

from attrs import define

from ..._runtime.wire.codec import (
    DECODE_ERRORS,
    decode_error,
    decode_list,
    new,
    open_enum,
    sparse,
    uuid,
    wrong,
)
from .ip_filter_access_type import IpFilterAccessType
from .ip_filter_rule import IpFilterRule


@define(kw_only=True)
class IpFilterGroup:
    """Rules on which addresses may reach the apps of an environment.

    Attributes:
        access_type: Whether the rules of a group admit or refuse addresses.
    """

    key: UUID | None = None
    name: str | None = None
    access_type: IpFilterAccessType | str | None = None
    application_keys: list[UUID] | None = None
    description: str | None = None
    ip_rules: list[IpFilterRule] | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "key"]
            self.key = None if v is None else uuid(v)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "accessType"]
            self.access_type = None if v is None else open_enum(IpFilterAccessType, v)
            v = data[at := "appKeys"]
            self.application_keys = None if v is None else decode_list(v, uuid)
            v = data[at := "description"]
            self.description = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "ipRules"]
            self.ip_rules = None if v is None else decode_list(v, IpFilterRule.decode)
        except KeyError:
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            raise decode_error(error, at, data) from None
        return self
