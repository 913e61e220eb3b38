"""IpFilterGroup."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, open_enum, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.values import string
from .ip_filter_access_type import IpFilterAccessType
from .ip_filter_rule import IpFilterRule


@define(kw_only=True)
class IpFilterGroup:
    """Rules on which addresses may reach the apps of an environment.

    Attributes:
        access_type: Whether the rules of a group admit or refuse addresses.
    """

    key: str | None = None
    name: str | None = None
    access_type: IpFilterAccessType | str | None = None
    app_keys: list[str] | None = None
    description: str | None = None
    ip_rules: list[IpFilterRule] | None = None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("key", "name", "accessType", "appKeys", "description", "ipRules"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 6:
                data, self.additional = cls._keys.read(data)
            v = data[at := "key"]
            self.key = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "accessType"]
            self.access_type = None if v is None else open_enum(IpFilterAccessType, v)
            v = data[at := "appKeys"]
            self.app_keys = None if v is None else decode_list(v, string)
            v = data[at := "description"]
            self.description = v if type(v) is str or v is None else wrong(v, "a string")
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
        body["key"] = self.key
        body["name"] = self.name
        body["accessType"] = self.access_type
        body["appKeys"] = None if self.app_keys is None else list(self.app_keys)
        body["description"] = self.description
        body["ipRules"] = None if self.ip_rules is None else [item.encode() for item in self.ip_rules]
        return self._keys.written(body, self.additional)
