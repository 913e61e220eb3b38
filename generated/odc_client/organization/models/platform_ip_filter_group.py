"""PlatformIpFilterGroup and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, open_enum, sparse, wrong
from ..._runtime.wire.values import string


@define(kw_only=True)
class PlatformIpFilterGroup:
    """Rules on which addresses may reach the platform.

    Attributes:
        default_action: Whether addresses are admitted or refused.
    """

    name: str | None = None
    default_action: IpFilterAction | str | None = None
    ip_rules: list[IpFilterRule] | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "defaultAction"]
            self.default_action = None if v is None else open_enum(IpFilterAction, v)
            v = data[at := "ipRules"]
            self.ip_rules = None if v is None else decode_list(v, IpFilterRule.decode)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


class IpFilterAction(StrEnum):
    """Whether addresses are admitted or refused."""

    ALLOW = "ALLOW"
    DENY = "DENY"


@define(kw_only=True)
class IpFilterRule:
    """A rule with its address ranges.

    Attributes:
        action: Whether addresses are admitted or refused.
    """

    name: str | None = None
    action: IpFilterAction | str | None = None
    description: str | None = None
    is_active: bool | None = None
    ranges: list[str] | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "action"]
            self.action = None if v is None else open_enum(IpFilterAction, v)
            v = data[at := "description"]
            self.description = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "isActive"]
            self.is_active = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "ranges"]
            self.ranges = None if v is None else decode_list(v, string)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
