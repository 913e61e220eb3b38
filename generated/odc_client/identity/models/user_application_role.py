"""UserApplicationRole and its parts."""

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
from .membership_type import MembershipType


@define(kw_only=True)
class UserApplicationRole:
    """An application role as one user has it."""

    key: UUID
    name: str | None = None
    asset_key: UUID | None = None
    assigned_groups: list[AssignedGroup] | None = None
    claim: str | None = None
    environment_key: UUID | None = None
    external_key: UUID | None = None
    is_directly_assigned: bool | None = None
    portfolio_key: UUID | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "assetKey"]
            self.asset_key = None if v is None else uuid(v)
            v = data[at := "assignedGroups"]
            self.assigned_groups = None if v is None else decode_list(v, AssignedGroup.decode)
            v = data[at := "claim"]
            self.claim = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "environmentKey"]
            self.environment_key = None if v is None else uuid(v)
            v = data[at := "externalKey"]
            self.external_key = None if v is None else uuid(v)
            v = data[at := "isDirectlyAssigned"]
            self.is_directly_assigned = v if v is True or v is False or v is None else wrong(v, "a boolean")
            v = data[at := "portfolioKey"]
            self.portfolio_key = None if v is None else uuid(v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "key"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self


@define(kw_only=True)
class AssignedGroup:
    """A group through which a user has a role.

    Attributes:
        membership_type: How a user became a member of a group.
    """

    key: UUID
    name: str | None = None
    membership_type: MembershipType | str | None = None

    @classmethod
    def decode(cls, data: Any, /) -> Self:
        """Read the model from JSON data; `DecodeError` tells the place of what does not fit."""
        self = new(cls)
        at = ""
        try:
            v = data[at := "key"]
            self.key = uuid(v)
            v = data[at := "name"]
            self.name = v if type(v) is str or v is None else wrong(v, "a string")
            v = data[at := "membershipType"]
            self.membership_type = None if v is None else open_enum(MembershipType, v)
        except KeyError:
            del self  # half-built, it must not stand in a frame that a reporter shows
            return cls.decode(sparse(data, "key"))
        except DECODE_ERRORS as error:
            del self
            raise decode_error(error, at, data) from None
        return self
