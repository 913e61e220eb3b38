"""PlatformIpFilterGroup and its parts."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, open_enum, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("name", "defaultAction", "ipRules"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 3:
                data, self.additional = cls._keys.read(data)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "defaultAction"]
            self.default_action = None if v is None else open_enum(IpFilterAction, v)
            v = data[at := "ipRules"]
            self.ip_rules = None if v is None else decode_list(v, IpFilterRule.decode)
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
        body["defaultAction"] = self.default_action
        body["ipRules"] = None if self.ip_rules is None else [item.encode() for item in self.ip_rules]
        return self._keys.written(body, self.additional)


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
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("name", "action", "description", "isActive", "ranges"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 5:
                data, self.additional = cls._keys.read(data)
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
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, as it was received."""
        body: dict[str, Any] = dict(self.additional)
        body["name"] = self.name
        body["action"] = self.action
        body["description"] = self.description
        body["isActive"] = self.is_active
        body["ranges"] = None if self.ranges is None else list(self.ranges)
        return self._keys.written(body, self.additional)
