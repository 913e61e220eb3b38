"""IpFilterRule."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.kernel.unset import UNSET, Unset
from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, sparse, wrong
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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
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

    def encode(self) -> dict[str, Any]:
        """Return the model as JSON data, without the fields that are UNSET."""
        body: dict[str, Any] = {}
        if self.name is not UNSET:
            body["name"] = self.name
        if self.is_active is not UNSET and self.is_active is not None:
            body["isActive"] = self.is_active
        if self.ranges is not UNSET:
            body["ranges"] = None if self.ranges is None else list(self.ranges)
        return body
