"""IpFilterRule."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, wrong
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from ..._runtime.wire.values import string


@define(kw_only=True)
class IpFilterRule:
    """A rule with its address ranges.

    Attributes:
        ranges: Address ranges, such as 10.0.0.0-10.0.0.3.
    """

    name: str | Unset | None = UNSET
    is_active: bool | Unset | None = UNSET
    ranges: list[str] | Unset | None = UNSET
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("name", "isActive", "ranges"), absent=UNSET)

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
            self.name = v if type(v) is str or v is None or v is UNSET else wrong(v, "a string")
            v = data[at := "isActive"]
            self.is_active = (
                v if v is True or v is False or v is None or v is UNSET else wrong(v, "a boolean")
            )
            v = data[at := "ranges"]
            self.ranges = v if v is None or v is UNSET else decode_list(v, string)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(cls._keys.complete(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = dict(self.additional)
        if self.name is not UNSET:
            body["name"] = self.name
        if self.is_active is not UNSET:
            body["isActive"] = self.is_active
        if self.ranges is not UNSET:
            body["ranges"] = None if self.ranges is None else list(self.ranges)
        return body
