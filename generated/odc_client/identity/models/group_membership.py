"""GroupMembership."""

from __future__ import annotations

from typing import Any, Self

from attrs import define

from ..._runtime.wire.codec import DECODE_ERRORS, decode_error, decode_list, new, open_enum, sparse
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

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "group"]
            self.group = None if v is None else Group.decode(v)
            v = data[at := "membershipTypes"]
            self.membership_types = (
                None if v is None else decode_list(v, lambda v: open_enum(MembershipType, v))
            )
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
