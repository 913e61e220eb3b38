"""GroupMembership."""

from __future__ import annotations

from typing import Any, Self

from attrs import define, field

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, open_enum
from ..._runtime.wire.keys import NOTHING, WHOLE, Keys
from .group import Group
from .membership_type import MembershipType


@define(kw_only=True)
class GroupMembership:
    """A group that a user belongs to.

    Attributes:
        group: A group of end users, in one environment.
    """

    group: Group | None
    membership_types: list[MembershipType | str] | None
    additional: dict[str, Any] = field(default=NOTHING, repr=False)
    """The keys that the document does not name."""

    _keys = Keys(("group", "membershipTypes"), null=("group", "membershipTypes"))

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        self.additional = WHOLE
        at = ""
        try:
            if len(data) != 2:
                data, self.additional = cls._keys.read(data)
            v = data[at := "membershipTypes"]
            self.membership_types = (
                None if v is None else decode_list(v, lambda v: open_enum(MembershipType, v))
            )
            v = data[at := "group"]
            self.group = None if v is None else Group.decode(v)
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
        body["group"] = None if self.group is None else self.group.encode()
        body["membershipTypes"] = None if self.membership_types is None else list(self.membership_types)
        return self._keys.written(body, self.additional)
